namespace Scx.Scenarios;

/// <summary>
/// A scheduler of the cid form: one queue, and idle CPUs kept track of in the arena, since the kernel's own tracking is for CPU ids only.
/// </summary>
[SchedExtOps("cids")]
public sealed class Cids : CidScheduler
{
    const ulong Queue = 0;

    struct TaskContext
    {
        public ulong Allowed;
    }

    readonly TaskStorage<TaskContext> tasks = new();
    readonly Arena arena = new(256);
    ArenaPointer<ulong> idleWords;

    public ulong Selected, Queued, Taken, Masks, Enabled, Wrong, All, Online, Core, Here;

    /// <inheritdoc/>
    public override int SelectCid(TaskStruct p, int prevCid, WakeFlags wakeFlags)
    {
        var idle = new Cmask(idleWords);
        if (idle.TestAndClear(prevCid))
        {
            Selected++;
            DsqInsert(p, Dsq.Local, Slice.Default);
            return prevCid;
        }
        if (tasks.Find(p) is not { } context)
            return prevCid;
        for (int cid = idle.Next(0); cid >= 0 && cid < 64; cid = idle.Next(cid + 1))
        {
            if ((context.Value.Allowed >> cid & 1) == 0 || !idle.TestAndClear(cid))
                continue;
            Selected++;
            DsqInsert(p, Dsq.Local, Slice.Default);
            return cid;
        }
        return prevCid;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        Queued++;
        DsqInsert(p, Queue, Slice.Default, enqFlags);
        KickCid(TaskCid(p), KickFlags.Idle);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cid, TaskStruct? prev)
    {
        if (DsqMoveToLocal(Queue))
            Taken++;
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        // Not TaskCid(p): as the scheduler is attached, the CPU that does so calls this for the tasks that run on others.
        if (TaskCid(p) < 0 || TaskCid(p) >= (int)All)
            Wrong |= 1;
        if (CidToCpu(ThisCid()) != (int)GetSmpProcessorId() || CpuToCid(CidToCpu(ThisCid())) != ThisCid())
            Wrong |= 2;
        Here++;
        TaskSetSlice(p, Slice.Default / 2);
    }

    /// <inheritdoc/>
    public override void UpdateIdle(int cid, bool idle)
    {
        var mask = new Cmask(idleWords);
        if (idle)
            mask.Set(cid);
        else
            mask.Clear(cid);
    }

    /// <inheritdoc/>
    public override void SetCmask(TaskStruct p, ArenaPointer<ulong> cmask)
    {
        Masks++;
        Keep(p, new Cmask(cmask));
    }

    /// <inheritdoc/>
    public override void Enable(TaskStruct p, EnableArgs args)
    {
        Enabled++;
        Keep(p, new Cmask(args.CmaskArenaAddr));
    }

    void Keep(TaskStruct p, Cmask allowed)
    {
        if (tasks.GetOrCreate(p) is not { } context)
            return;
        ulong bits = 0;
        foreach (int cid in allowed)
            bits |= 1UL << cid;
        context.Value.Allowed = bits;
        if (allowed.Weight() == 0)
            Wrong |= 4;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        All = NrCids();
        Online = NrOnlineCids();
        if (CidTopo(0).CoreCid != 0)
            Wrong |= 8;
        Core = (ulong)CidTopo(0).CoreIdx + 1;
        idleWords = arena.AllocatePages<ulong>(1);
        if (idleWords.IsNull)
            return -12;
        Cmask.Create(idleWords, 0, NrCids());
        return CreateDsq(Queue);
    }
}
