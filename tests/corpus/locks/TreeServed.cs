[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Entry : TreeNode { public ulong Vtime; public int Pid; }
    struct Queue { public BpfSpinLock Lock; public RbTree<Entry> Tree; public uint Length; }

    readonly ArrayMap<Queue> queues = new(4);
    ulong lost;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        uint which = p.Scx.Weight & 3;
        if (queues.Find(which) is not { } queue)
            return;
        Entry? entry = New<Entry>();
        if (entry is null)
        {
            lost++;
            return;
        }
        entry.Vtime = p.Scx.DsqVtime;
        entry.Pid = p.Pid;
        using (queue.Value.Lock.EnterScope())
        {
            queue.Value.Tree.Add(entry, static (a, b) => a.Vtime < b.Vtime);
            queue.Value.Length++;
        }
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (uint i = 0; i < 4; i++)
        {
            if (queues.Find(i) is not { } queue)
                continue;
            Entry? first = null;
            using (queue.Value.Lock.EnterScope())
            {
                if (queue.Value.Tree.First() is { } head)
                    first = queue.Value.Tree.Remove(head);
            }
            if (first is null)
                continue;
            using (first)
            {
                using TaskReference? task = TaskFromPid(first.Pid);
                if (task is not null)
                    DsqInsert(task, Dsq.Global, Slice.Default);
            }
        }
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
}
