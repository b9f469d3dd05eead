[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is not null && prev.Pid != 0)
            vtimeNow = prev.Scx.DsqVtime;
    }
}
