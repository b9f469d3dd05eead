[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;
    ulong total;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        task.Dispose();
        vtimeNow = task.Scx.DsqVtime; //~ SCX3002
    }

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        if (task.Flags == 0)
            task.Dispose();
        total += (ulong)TaskCpu(task); //~ SCX3002
        if (task.Flags != 0)
            task.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        ulong vtime = task.Scx.DsqVtime;
        task.Dispose();
        vtimeNow = vtime;
    }
}
