[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        using (leader)
            total++;
        total += leader.Scx.Slice; //~ SCX3002
    }
}
