[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            task = TaskFromPid(1);
        if (task is null)
            return;
        TaskReference? old = task;
        task = TaskFromPid(2);
        old.Dispose();
        task?.Dispose();
    }

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is not null && task.Flags == 0)
            task = TaskFromPid(1); //~ SCX3008
        task?.Dispose();
    }
}
