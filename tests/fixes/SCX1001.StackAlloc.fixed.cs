[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        Span<int> weights = stackalloc int[4];
        weights[0] = p.Prio;
        total += (ulong)weights[0];
    }
}
