[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    static TaskReference? Leader(TaskStruct p) => p.Pid == p.Tgid ? null : TaskFromPid(p.Tgid);

    static void Finish(TaskReference task) => task.Dispose();

    public override void Tick(TaskStruct p)
    {
        using TaskReference? leader = Leader(p);
        if (leader is not null)
            vtimeNow = leader.Scx.DsqVtime;
    }

    public override void Running(TaskStruct p)
    {
        TaskReference? leader = Leader(p);
        if (leader is null)
            return;
        vtimeNow = leader.Scx.DsqVtime;
        Finish(leader);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskReference? leader = Leader(p);
        if (leader is null)
            return;
        vtimeNow = leader.Scx.DsqVtime;
    } //~ SCX3001
}
