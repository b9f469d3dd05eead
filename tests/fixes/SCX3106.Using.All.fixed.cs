[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        using var section = Rcu.Read();
        if (p.Pid == 0)
            return;
        runs++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using var section = Rcu.Read();
        if (p.Pid == 0)
            return;
        runs++;
    }
}
