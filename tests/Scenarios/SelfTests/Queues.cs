namespace Scx.Scenarios;

/// <summary>Creates many queues and destroys them again.</summary>
[SchedExtOps("create_queues")]
public sealed class CreateQueues : Scheduler
{
    int created, refused;

    public override int Init()
    {
        for (uint id = 0; id < 1024; id++)
        {
            int error = CreateDsq(id);
            if (error != 0)
                return error;
            created++;
        }
        // One that is there already.
        refused = CreateDsq(5);
        for (uint id = 0; id < 1024; id++)
            DestroyDsq(id);
        return 0;
    }
}

/// <summary>Inserts into a queue that does not exist, as a task wakes; were its number a constant, it would not compile (SCX7001).</summary>
[SchedExtOps("no_such_queue")]
public sealed class NoSuchQueue : Scheduler
{
    [Tunable("The queue")]
    readonly ulong queue = 0xcafef00d;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
            DsqInsert(p, queue, Slice.Default);
        return cpu;
    }
}

/// <summary>Inserts by virtual time into a queue of the kernel's, which are first-in first-out.</summary>
[SchedExtOps("vtime_into_local")]
public sealed class VtimeIntoLocal : Scheduler
{
    [Tunable("The queue")]
    readonly ulong queue = 0x8000000000000002;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
            DsqInsertVtime(p, queue, Slice.Default, 0);
        return cpu;
    }
}

/// <summary>Every waking task goes straight to the local queue of the CPU where it was.</summary>
[SchedExtOps("insert_on_wakeup")]
public sealed class InsertOnWakeup : Scheduler
{
    ulong inserted;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        DsqInsert(p, Dsq.Local, Slice.Default);
        inserted++;
        return prevCpu;
    }
}

/// <summary>Waking tasks go to one queue by virtual time.</summary>
[SchedExtOps("vtime_on_wakeup")]
public sealed class VtimeOnWakeup : Scheduler
{
    const ulong Queue = 3;

    ulong now, moved;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out _);
        DsqInsertVtime(p, Queue, Slice.Default, p.Scx.DsqVtime);
        KickCpu(cpu, KickFlags.Idle);
        return cpu;
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (DsqMoveToLocal(Queue))
            moved++;
    }

    public override void Running(TaskStruct p)
    {
        if (VtimeBefore(now, p.Scx.DsqVtime))
            now = p.Scx.DsqVtime;
    }

    public override void Stopping(TaskStruct p, bool runnable) => p.Scx.DsqVtime += Slice.Default - p.Scx.Slice;

    public override void Enable(TaskStruct p) => p.Scx.DsqVtime = now;

    public override int Init() => CreateDsq(Queue);
}
