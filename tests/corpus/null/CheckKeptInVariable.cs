[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        bool usable = cpu > 0 && prev is not null;
        vtimeNow = 0;
        if (usable)
            vtimeNow = prev!.Scx.DsqVtime;
    }
}
