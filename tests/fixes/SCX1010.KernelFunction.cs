[SchedExtOps("t")]
public sealed class T : Scheduler
{
    long total;

    public override void Running(TaskStruct p) => total += Environment.TickCount64;
}
