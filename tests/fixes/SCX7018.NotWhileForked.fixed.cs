[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (!args.Fork)
            p.Scx.Disallow = true;
        return 0;
    }
}
