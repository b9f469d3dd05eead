[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev == null)
            return;
        vtimeNow = prev.Scx.DsqVtime;
    }
}
