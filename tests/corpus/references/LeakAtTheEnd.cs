[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is not null)
            vtimeNow = task.Scx.DsqVtime;
    } //~ SCX3001

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is not null && task.Flags != 0)
            task.Dispose();
    } //~ SCX3001
}
