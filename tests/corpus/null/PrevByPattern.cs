[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;
    int last;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is { Pid: > 1 })
            vtimeNow = prev.Scx.DsqVtime;
        if (prev?.Tgid == 7)
            last = 7;
    }
}
