[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pid;

    static int LeaderOf(TaskStruct p)
    {
        using TaskReference? leader = TaskFromPid(p.Tgid);
        return leader is null ? -1 : leader.Pid;
    }

    public override void Tick(TaskStruct p)
    {
        int leader = LeaderOf(p);
        if (leader > 0)
            pid = leader;
    }
}
