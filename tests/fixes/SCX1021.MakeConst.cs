[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;
    private static readonly ulong step = 5;

    public override void Running(TaskStruct p) => total += step;
}
