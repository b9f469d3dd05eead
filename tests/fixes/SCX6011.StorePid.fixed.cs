[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int last;

    public override void Running(TaskStruct p) => last = p.Pid;
}
