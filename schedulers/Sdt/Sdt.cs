// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// A scheduler with one first-in first-out queue for all CPUs, which counts what happens to each task. The counts lie in an arena, where the user half reads
/// them.
/// </summary>
[SchedExtOps("sdt")]
public sealed class Sdt : Scheduler
{
    const ulong SharedDsq = 0;
    const int NoMemory = -12;

    readonly Arena arena = new(1 << 18);
    readonly TaskStorage<ArenaPointer<TaskStats>> tasks = new();
    readonly ArrayMap<DepartingCpu> departing = new(1);

    /// <summary>What the tasks have in the arena.</summary>
    internal ArenaPool<TaskStats> pool;

    /// <summary>The sums over the tasks that have ended.</summary>
    internal TaskStats ended;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (tasks.Find(p) is { Value: { IsNull: false } stats })
        {
            if (isIdle)
                stats.Value.IdleWakeups++;
            else
                stats.Value.BusyWakeups++;
        }
        if (isIdle)
            DsqInsert(p, Dsq.Local, Slice.Default);
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (tasks.Find(p) is { Value: { IsNull: false } stats })
            stats.Value.Enqueues++;
        DsqInsert(p, DepartingCpu.MustNotWait(p) ? Dsq.Local : SharedDsq, Slice.Default, enqFlags);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(SharedDsq);

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        var stats = pool.Rent(arena);
        if (stats.IsNull)
            return NoMemory;
        if (tasks.GetOrCreate(p) is not { } slot)
        {
            pool.Return(stats);
            return NoMemory;
        }
        stats.Value.Pid = p.Pid;
        slot.Value = stats;
        return 0;
    }

    /// <inheritdoc/>
    public override void ExitTask(TaskStruct p, ExitTaskArgs args)
    {
        if (tasks.Find(p) is not { Value: { IsNull: false } stats })
            return;
        Relaxed.Add(ref ended.Enqueues, stats.Value.Enqueues);
        Relaxed.Add(ref ended.IdleWakeups, stats.Value.IdleWakeups);
        Relaxed.Add(ref ended.BusyWakeups, stats.Value.BusyWakeups);
        tasks.Delete(p);
        pool.Return(stats);
    }

    /// <inheritdoc/>
    public override int Init()
    {
        int status = CreateDsq(SharedDsq);
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    // CPUs may come and go. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu, SharedDsq);
}
