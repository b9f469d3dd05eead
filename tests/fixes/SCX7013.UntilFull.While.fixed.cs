[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(4096);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (waiting.Push(p.Pid) != 0)
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        while (DispatchNrSlots() > 0 && waiting.TryPop(out int pid))
        {
            using TaskReference? p = TaskFromPid(pid);
            if (p is not null)
                DsqInsert(p, Dsq.Global, Slice.Default);
        }
    }
}
