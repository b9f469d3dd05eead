[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        using (TaskReference? leader = TaskFromPid(p.Tgid))
        {
            if (leader is not null)
                total += leader.Scx.Slice;
        }
        total += p.Scx.Slice;
    }
}
