[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Tick(TaskStruct p)
    {
        if (TaskFromPid(lastPid) is null) //~ SCX3004
            lastPid = 0;
    }
}
