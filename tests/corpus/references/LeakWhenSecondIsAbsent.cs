[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        TaskReference? leader = TaskFromPid(p.Tgid);
        if (leader is null)
            return;
        TaskReference? init = TaskFromPid(1);
        if (init is null)
            return; //~ SCX3001
        total += leader.Scx.Slice + init.Scx.Slice;
        init.Dispose();
        leader.Dispose();
    }
}
