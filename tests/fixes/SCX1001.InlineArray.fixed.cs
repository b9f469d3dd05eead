[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        Weights weights = default;
        weights[0] = p.Prio;
        weights[1] = p.Pid;
        total += (ulong)(weights[0] + weights[1]);
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    struct Weights
    {
        int first;
    }
}
