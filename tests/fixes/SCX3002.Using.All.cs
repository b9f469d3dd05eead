[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtime;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        task.Dispose();
        vtime = task.Scx.DsqVtime;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        task.Dispose();
        vtime = task.Scx.DsqVtime;
    }
}
