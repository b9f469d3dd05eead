[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;
    private const ulong step = 5;

    public override void Running(TaskStruct p) => total += step;
}
