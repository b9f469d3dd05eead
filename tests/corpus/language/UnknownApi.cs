[SchedExtOps("t")]
public sealed class T : Scheduler
{
    long started;

    public override void Running(TaskStruct p)
    {
        started = Environment.TickCount64; //~ SCX1010
    }
}
