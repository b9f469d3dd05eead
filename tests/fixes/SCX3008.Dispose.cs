[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Pid);
        if (task is null)
            return;
        task = TaskFromPid(p.Tgid);
        task?.Dispose();
    }
}
