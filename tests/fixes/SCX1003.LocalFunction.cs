[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        Func<int, int> twice = x => 2 * x;
        total += (ulong)twice(p.Prio);
    }
}
