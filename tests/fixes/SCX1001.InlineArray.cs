[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        int[] weights = new int[4];
        weights[0] = p.Prio;
        weights[1] = p.Pid;
        total += (ulong)(weights[0] + weights[1]);
    }
}
