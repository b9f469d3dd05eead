[SchedExtOps("leak")]
public sealed class Leak : Scheduler
{
    int lastPid;

    public override void Running(TaskStruct p)
    {
        var parent = TaskFromPid(1);
        if (parent is not null)
            lastPid = TaskCpu(parent);
        lastPid += TaskCpu(p);
    }
}
//= SCX9011 12
