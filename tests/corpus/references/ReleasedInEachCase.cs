[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong high, low, other;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        switch (leader.Scx.Weight)
        {
            case > 100:
                high++;
                leader.Dispose();
                return;
            case < 100:
                low++;
                break;
            default:
                other++;
                break;
        }
        leader.Dispose();
    }
}
