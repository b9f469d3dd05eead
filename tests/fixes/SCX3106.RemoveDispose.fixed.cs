[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong runs;

    public override void Tick(TaskStruct p)
    {
        var section = Rcu.Read();
        runs++;
        section.Dispose();
    }
}
