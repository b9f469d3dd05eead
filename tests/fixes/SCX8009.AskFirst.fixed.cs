[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong last;

    public override void Running(TaskStruct p)
    {
        if (Kernel.Has<SchedExtEntity>(s => s.Tid))
            last = p.Scx.Tid;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (Kernel.Has<SchedExtEntity>(s => s.Tid))
            last += p.Scx.Tid;
    }
}
