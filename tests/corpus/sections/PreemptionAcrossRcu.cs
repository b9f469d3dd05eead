[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong n;

    public override void Running(TaskStruct p)
    {
        var first = Preemption.Disable();
        var second = Rcu.Read();
        n++;
        first.Dispose();
        second.Dispose();
    }
}
