[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(1024);
    readonly HashMap<int, ulong> known = new(1024);
    int ownPid, lastPid;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Pid == ownPid)
            return;
        if (p.Scx.Weight > 500)
        {
            lastPid = p.Pid;
            return;
        }
        if (p.Scx.Weight > 100)
        {
            ulong vtime = p.Scx.DsqVtime;
            known.Update(p.Pid, vtime);
            return;
        }
        if (waiting.Push(p.Pid) != 0)
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
