// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Keeps work on the CPUs that have been working, as those are the ones whose clocks are high: a task that wakes takes an idle CPU of the primary nest
/// before one of the reserve nest, and one of these before any other. What finds no idle CPU waits in one queue, by weighted virtual time.
/// </summary>
[SchedExtOps("nest")]
public sealed partial class Nest : Scheduler
{
    const ulong SharedDsq = 0;

    [Tunable("Time slice, in ns")]
    readonly ulong sliceNs = Slice.Default;

    [Tunable("First look for a CPU all of whose SMT siblings are idle")]
    readonly bool fullyIdle;

    [Tunable("Let a task that so often in a row found no idle CPU in the primary nest enlarge it by any CPU; 0 for never")]
    readonly uint impatience = 2;

    [Stat]
    readonly PerCpuArray<Counters> counters = new(1);

    readonly TaskStorage<TaskState> tasks = new();
    readonly ArrayMap<DepartingCpu> departing = new(1);

    // The virtual time of the task that ran last: what a task that slept is brought up to.
    ulong vtimeNow;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        if (tasks.Find(p) is not { } task || primary.Value is not { } warm || reserve.Value is not { } spare
            || cpus[(int)GetSmpProcessorId()].Candidates.Value is not { } candidates)
        {
            return prevCpu;
        }

        candidates.And(p.CpusPtr, warm);
        int cpu = ClaimWarm(candidates, task.Value.AttachedCpu, prevCpu);
        if (cpu >= 0)
        {
            task.Value.Misses = 0;
        }
        else
        {
            bool impatient = IsImpatient(ref task.Value);
            candidates.And(p.CpusPtr, spare);
            cpu = Claim(candidates);
            if (cpu >= 0)
            {
                counters[0].WokeReserve++;
            }
            else
            {
                cpu = PickIdleCpu(p.CpusPtr);
                if (cpu < 0)
                {
                    counters[0].NoneIdle++;
                    return prevCpu;
                }
                counters[0].WokeOther++;
                // It may have joined a nest since we looked there.
                if (!impatient && !warm.Test(cpu) && !spare.Test(cpu))
                {
                    JoinReserve(spare, cpu);
                    return cpu;
                }
            }
        }

        JoinPrimary(warm, spare, cpu);
        if (cpu == prevCpu)
            task.Value.AttachedCpu = cpu;
        DsqInsert(p, Dsq.Local, sliceNs);
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (DepartingCpu.MustNotWait(p))
        {
            DsqInsert(p, Dsq.Local, sliceNs, enqFlags);
            return;
        }
        // A task that slept long keeps no more credit than one slice.
        ulong vtime = Vtime.LimitCredit(p.Scx.DsqVtime, vtimeNow, sliceNs);
        DsqInsertVtime(p, SharedDsq, sliceNs, vtime, enqFlags);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (DsqMoveToLocal(SharedDsq))
        {
            counters[0].Shared++;
            Stay(cpu);
        }
        else if (prev is not null && prev.Scx.Flags.HasFlag(SchedExtTaskFlags.Queued))
        {
            // No one else waits: it goes on.
            prev.Scx.Slice = sliceNs;
        }
        else
        {
            FallIdle(cpu, prev is not null && (prev.Flags & TaskFlags.Exiting) != 0);
        }
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p) => Vtime.Advance(ref vtimeNow, p.Scx.DsqVtime);

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable) =>
        p.Scx.DsqVtime += Vtime.Charge(sliceNs - p.Scx.Slice, p.Scx.Weight);

    /// <inheritdoc/>
    public override void Enable(TaskStruct p) => p.Scx.DsqVtime = vtimeNow;

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args) =>
        tasks.GetOrCreate(p, new TaskState { AttachedCpu = -1 }) is null ? NoMemory : 0;

    /// <inheritdoc/>
    public override int Init()
    {
        int status = CreateDsq(SharedDsq);
        if (status == 0)
            status = PrepareNests();
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    /// <summary>An idle CPU of the primary nest, where the task's own data are still cached if possible. Negative if there is none.</summary>
    int ClaimWarm(Cpumask candidates, int attachedCpu, int prevCpu)
    {
        if (attachedCpu >= 0 && candidates.Test(attachedCpu) && TestAndClearCpuIdle(attachedCpu))
        {
            counters[0].WokeAttached++;
            return attachedCpu;
        }
        if (prevCpu != attachedCpu && candidates.Test(prevCpu) && TestAndClearCpuIdle(prevCpu))
        {
            counters[0].WokePrevious++;
            return prevCpu;
        }
        int cpu = Claim(candidates);
        if (cpu >= 0)
            counters[0].WokePrimary++;
        return cpu;
    }

    int Claim(Cpumask candidates)
    {
        int cpu = fullyIdle ? PickIdleCpu(candidates, PickIdleFlags.Core) : -1;
        return cpu >= 0 ? cpu : PickIdleCpu(candidates);
    }

    bool IsImpatient(ref TaskState task)
    {
        if (impatience == 0 || ++task.Misses < impatience)
            return false;
        task.Misses = 0;
        counters[0].Impatient++;
        return true;
    }
}
