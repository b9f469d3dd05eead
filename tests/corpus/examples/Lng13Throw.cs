[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p)
    {
        if (p.Pid < 0)
            throw new InvalidOperationException(); //~ SCX1005
    }
}
