[SchedExtOps("t")]
public sealed class T : Scheduler
{
    TaskStruct? current; //~ SCX6011
    public override void Running(TaskStruct p) => current = p;
}
