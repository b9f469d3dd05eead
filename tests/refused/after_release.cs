[SchedExtOps("after_release")]
public sealed class AfterRelease : Scheduler
{
    int lastPid;

    public override void Running(TaskStruct p)
    {
        var parent = TaskFromPid(1);
        if (parent is null)
            return;
        parent.Dispose();
        lastPid = parent.Pid;
    }
}
//= SCX9012 12
