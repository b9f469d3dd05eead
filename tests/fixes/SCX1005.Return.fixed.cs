[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (p.Pid == 0)
            return 0;
        total++;
        return 0;
    }
}
