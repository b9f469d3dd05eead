// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Shares CPUs out to cgroups by their weights, level by level, in one step: each cgroup's share of the machine is worked out by multiplying its
/// shares at every level above it, and then all cgroups compete in a single tree, whatever their depth. Within a cgroup, tasks go by their own weights.
/// </summary>
[SchedExtOps("flatcg")]
public sealed partial class Flatcg : Scheduler
{
    // For tasks that may not run everywhere. The ids of the cgroups' own queues are those of the cgroups, which begin at 1.
    const ulong FallbackDsq = 0;

    const int NoMemory = -12;

    [Tunable("Run the tasks of a cgroup first-in first-out instead of by weighted virtual time")]
    readonly bool fifo;

    [Stat]
    readonly PerCpuArray<Counters> counters = new(1);

    readonly TaskStorage<TaskState> tasks = new();
    readonly CgroupStorage<CgroupState> cgroups = new();
    readonly ArrayMap<DepartingCpu> departing = new(1);

    uint possibleCpus;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle && tasks.Find(p) is { } task)
        {
            // The CPU would be idle otherwise: the cgroup is charged afterwards.
            task.Value.PassedAt = p.Se.SumExecRuntime;
            counters[0].Local++;
            DsqInsert(p, Dsq.Local, Slice.Default);
        }
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        using CgroupReference cgroup = TaskCgroup(p);
        if (tasks.Find(p) is not { } task || cgroups.Find(cgroup) is not { } state)
        {
            Error("a task or its cgroup is not known");
            return;
        }

        // Whichever CPU's turn it is to serve a cgroup can run any task of its queue; those that are bound to some CPUs pass it by.
        if (p.NrCpusAllowed != possibleCpus)
        {
            task.Value.PassedAt = p.Se.SumExecRuntime;
            EnqueueBound(p, enqFlags);
            return;
        }

        if (!task.Value.IsWaiting)
        {
            task.Value.IsWaiting = true;
            Interlocked.Increment(ref state.Value.Waiting);
        }
        if (fifo)
            DsqInsert(p, cgroup.Kn.Id, Slice.Default, enqFlags);
        else
            DsqInsertVtime(p, cgroup.Kn.Id, Slice.Default, Vtime.LimitCredit(p.Scx.DsqVtime, state.Value.TaskVtime, Slice.Default), enqFlags);
        Queue(ref state.Value);
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        // Those that passed the queue by are counted when they stop.
        if (tasks.Find(p) is not { } task || !task.Value.IsWaiting)
            return;
        task.Value.IsWaiting = false;
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroups.Find(cgroup) is not { } state)
            return;
        Interlocked.Decrement(ref state.Value.Waiting);
        Vtime.Advance(ref state.Value.TaskVtime, p.Scx.DsqVtime);
    }

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable)
    {
        ulong startedAt = p.Scx.DsqVtime;
        if (!fifo)
            p.Scx.DsqVtime = startedAt + Vtime.Charge(Slice.Default - p.Scx.Slice, p.Scx.Weight);
        if (tasks.Find(p) is not { } task || task.Value.PassedAt is not { } passedAt)
            return;
        task.Value.PassedAt = null;
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroups.Find(cgroup) is not { } state)
            return;
        Vtime.Advance(ref state.Value.TaskVtime, startedAt);
        Interlocked.Add(ref state.Value.Correction, state.Value.Charge(p.Se.SumExecRuntime - passedAt));
    }

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (tasks.GetOrCreate(p) is null || cgroups.Find(args.Cgroup) is not { } state)
            return NoMemory;
        p.Scx.DsqVtime = state.Value.TaskVtime;
        return 0;
    }

    /// <inheritdoc/>
    public override void CgroupMove(TaskStruct p, Cgroup from, Cgroup to)
    {
        // As far ahead or behind there as it was here.
        if (cgroups.Find(from) is { } left && cgroups.Find(to) is { } joined)
            p.Scx.DsqVtime += joined.Value.TaskVtime - left.Value.TaskVtime;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        using var possible = GetPossibleCpumask();
        possibleCpus = possible.Weight();
        int status = CreateDsq(FallbackDsq);
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    // CPUs may come and go. Without this and the next, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu, FallbackDsq);

    /// <summary>
    /// The fallback queue has a CPU's time between two cgroups only, or tasks would get ahead by binding themselves. What others wait for is spared that.
    /// </summary>
    void EnqueueBound(TaskStruct p, EnqFlags enqFlags)
    {
        if (DepartingCpu.MustNotWait(p))
        {
            counters[0].Local++;
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
        }
        else
        {
            counters[0].Global++;
            DsqInsert(p, FallbackDsq, Slice.Default, enqFlags);
        }
    }
}
