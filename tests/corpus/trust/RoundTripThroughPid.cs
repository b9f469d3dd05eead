[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpus;

    public override void Running(TaskStruct p)
    {
        TaskStruct? wakee = p.LastWakee;
        if (wakee is null)
            return;
        using TaskReference? task = TaskFromPid(wakee.Pid);
        if (task is not null)
            cpus += TaskCpu(task);
    }
}
