[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int count;

    public override void Running(TaskStruct p)
    {
        count = checked(count + p.Pid); //~ SCX1020
    }
}
