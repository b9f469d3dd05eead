[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        var section = Rcu.Read();
        runs++;
        section.Dispose();
        section.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var section = Rcu.Read();
        runs++;
        section.Dispose();
        section.Dispose();
    }
}
