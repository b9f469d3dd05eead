[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        total += task.Scx.Slice;
        task.Dispose();
        task = TaskFromPid(p.Pid);
        if (task is null)
            return;
        total += task.Scx.Slice;
        task.Dispose();
    }
}
