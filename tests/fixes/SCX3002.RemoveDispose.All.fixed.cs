[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtime;

    public override void Tick(TaskStruct p)
    {
        using TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        vtime = task.Scx.DsqVtime;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        vtime = task.Scx.DsqVtime;
    }
}
