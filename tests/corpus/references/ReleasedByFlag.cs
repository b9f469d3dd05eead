[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;
    ulong total;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = null;
        bool other = p.Pid != p.Tgid;
        if (other)
            task = TaskFromPid(p.Tgid);
        total++;
        if (other && task is not null)
            task.Dispose();
    }

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        bool found = task is not null;
        if (found)
            vtimeNow = task!.Scx.DsqVtime;
        total++;
        if (!found)
            return;
        task!.Dispose();
    }
}
