[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = null;
        if (p.Pid != p.Tgid)
            leader = TaskFromPid(p.Tgid);
        vtimeNow = leader is null ? p.Scx.DsqVtime : leader.Scx.DsqVtime;
        leader?.Dispose();
    }
}
