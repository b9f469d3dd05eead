[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong last;

    public override void Running(TaskStruct p) => last = p.Scx.Tid;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        last += p.Scx.Tid;
    }
}
