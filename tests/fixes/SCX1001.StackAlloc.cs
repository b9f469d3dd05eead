[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        var weights = new int[4];
        weights[0] = p.Prio;
        total += (ulong)weights[0];
    }
}
