[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        int twice(int x) => 2 * x;
        total += (ulong)twice(p.Prio);
    }
}
