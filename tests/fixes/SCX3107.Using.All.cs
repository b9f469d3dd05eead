[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        var section = Preemption.Disable();
        if (p.Pid == 0)
            return;
        runs++;
        section.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var section = Preemption.Disable();
        if (p.Pid == 0)
            return;
        runs++;
        section.Dispose();
    }
}
