[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        using TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        if (leader.Flags == 0)
            return;
        if (leader.Scx.Weight > 100)
            return;
        vtimeNow = leader.Scx.DsqVtime;
    }
}
