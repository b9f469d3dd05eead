[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong high, low;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        switch (leader.Scx.Weight)
        {
            case > 100:
                high++;
                return; //~ SCX3001
            default:
                low++;
                break;
        }
        leader.Dispose();
    }
}
