[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        if (leader.Flags == 0)
        {
            leader.Dispose();
            vtimeNow++;
        }
        else
        {
            vtimeNow = leader.Scx.DsqVtime;
            leader.Dispose();
        }
    }
}
