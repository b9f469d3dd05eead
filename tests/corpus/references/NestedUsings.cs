[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        using (TaskReference? leader = TaskFromPid(p.Tgid))
        using (CgroupReference group = TaskCgroup(p))
        {
            if (leader is null)
                return;
            total += leader.Scx.Slice + (ulong)group.Level;
        }
    }
}
