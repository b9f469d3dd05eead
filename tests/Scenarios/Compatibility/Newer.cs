namespace Scx.Scenarios;

/// <summary>Made for 6.16 and later, and uses what came after where it is there.</summary>
[SchedExtOps("newer", MinimumKernel = "6.16")]
public sealed class Newer : Scheduler
{
    const ulong Queue = 1;

    bool hasPeek, hasReenq, hasImmed, hasTaskCpu, hasTid, peeked, idleChanged;
    public ulong immed;
    ulong tid;

    public override int Init()
    {
        hasPeek = Kernel.Has(DsqPeek);
        hasReenq = Kernel.Has(DsqReenq);
        hasImmed = Kernel.Has(EnqFlags.Immed);
        hasTaskCpu = Kernel.Has(TaskCpu);
        hasTid = Kernel.Has<TaskStruct>(p => p.Scx.Tid);
        immed = (ulong)EnqFlags.Immed;
        return CreateDsq(Queue);
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (Kernel.Has<TaskStruct>(p => p.Scx.Tid))
            tid = p.Scx.Tid;
        DsqInsert(p, Queue, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (Kernel.Has(DsqPeek))
            Peek();
        DsqMoveToLocal(Queue);
    }

    void Peek() => peeked |= DsqPeek(Queue) is not null;

    public override void CgroupSetIdle(Cgroup cgroup, bool idle) => idleChanged = DsqPeek(Queue) is null;
}

/// <summary>Says that it is for the newest kernels only.</summary>
[SchedExtOps("newest", MinimumKernel = "7.3")]
public sealed class Newest : Scheduler;
