[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        using var section = Preemption.Disable();
        if (p.Pid == 0)
            return;
        runs++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using var section = Preemption.Disable();
        if (p.Pid == 0)
            return;
        runs++;
    }
}
