[SchedExtOps("t")]
public sealed class T : Scheduler
{
    TaskStruct? last;

    public override void Running(TaskStruct p) => last = p;
}
