[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        var first = Interrupts.Disable();
        var second = Interrupts.Disable();
        runs++;
        second.Dispose();
        first.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var first = Interrupts.Disable();
        var second = Interrupts.Disable();
        runs++;
        second.Dispose();
        first.Dispose();
    }
}
