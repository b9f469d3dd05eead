[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        bool fork = args.Fork;
        if (fork)
            return 0;
        p.Scx.Disallow = p.Scx.Weight > 100;
        return 0;
    }
}
