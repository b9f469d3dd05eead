[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(1024));

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        uint level = (uint)System.Numerics.BitOperations.Log2(p.Scx.Weight | 1) / 3;
        QueueMap<int>? queue = levels.Find(Math.Min(level, 4));
        if (queue is null || queue.Push(p.Pid) != 0)
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        int dispatched = 0;
        for (int level = 4; level >= 0; level--)
        {
            if (levels.Find((uint)level) is not { } queue)
                continue;
            for (int i = 0; i < 4; i++)
            {
                if (!queue.TryPop(out int pid))
                    break;
                using TaskReference? p = TaskFromPid(pid);
                if (p is null)
                    continue;
                DsqInsert(p, Dsq.Global, Slice.Default);
                if (++dispatched >= 8)
                    return;
            }
        }
    }
}
