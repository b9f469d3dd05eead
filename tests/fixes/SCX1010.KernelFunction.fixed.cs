[SchedExtOps("t")]
public sealed class T : Scheduler
{
    long total;

    public override void Running(TaskStruct p) => total += (long)(Now() / 1000000);
}
