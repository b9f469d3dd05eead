[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtime;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        if (task.Flags == 0)
            task.Dispose();
        vtime = task.Scx.DsqVtime;
        task.Dispose();
    }
}
