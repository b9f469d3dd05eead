[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        vtimeNow = prev!.Scx.DsqVtime; //~ SCX2003
    }
}
