[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtimeNow;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        try
        {
            if (leader.Flags == 0)
                return;
            vtimeNow = leader.Scx.DsqVtime;
        }
        finally
        {
            leader.Dispose();
        }
    }
}
