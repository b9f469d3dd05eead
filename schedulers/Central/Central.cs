// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// One CPU makes all decisions: it hands tasks to the others, which run them without a slice that could end and so without the tick. A timer on the
/// central CPU ends what has run long enough while others wait.
/// </summary>
[SchedExtOps("central", Flags = OpsFlags.EnqLast)]
public sealed partial class Central : Scheduler
{
    [Tunable("CPU that decides for all")]
    readonly int centralCpu;

    [Tunable("How long a task may run while others wait, in ns")]
    readonly ulong sliceNs = Slice.Default;

    // Pids of tasks that wait, first in, first out.
    readonly QueueMap<int> queue = new(4096);
    readonly CpuArray<CpuState> cpus = new();
    readonly ArrayMap<DepartingCpu> departing = new(1);

    [Stat("Tasks that went into the queue")]
    ulong queued;

    // Of these, tasks that have left it.
    ulong taken;

    [Stat("Kernel threads that ran on their CPU at once instead")]
    ulong local;

    [Stat("Tasks that found the queue full and stayed where they were")]
    ulong overflows;

    [Stat("Tasks that had ended when their turn came")]
    ulong lostPids;

    [Stat("Tasks that may not run on the CPU that was to have them and stayed where they were")]
    ulong mismatches;

    [Stat("Rounds in which the central CPU gave work to all")]
    ulong dispatches;

    [Stat("Of these, rounds that had more to give than sched_ext takes at a time")]
    ulong retries;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => centralCpu;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        // The timer may have to run in one of these, and what it waited for would wait for the timer.
        bool goesFirst = (p.Flags & TaskFlags.KernelThread) != 0 && p.NrCpusAllowed == 1;
        if (goesFirst || queue.Push(p.Pid) != 0)
        {
            Relaxed.Increment(ref goesFirst ? ref local : ref overflows);
            DsqInsert(p, Dsq.Local, Slice.Infinite, goesFirst ? enqFlags | EnqFlags.Preempt : enqFlags);
            IdleCpu.LookAgain(p, enqFlags);
            return;
        }

        Relaxed.Increment(ref queued);
        if (!TaskRunning(p))
            DepartingCpu.Kick(departing, centralCpu, KickFlags.Preempt);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (cpu == centralCpu)
        {
            DispatchForAll();
            return;
        }
        cpus[cpu].WantsTask = true;
        DepartingCpu.Kick(departing, centralCpu, KickFlags.Preempt);
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p) => cpus[TaskCpu(p)].StartedAt = Now();

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable) => cpus[TaskCpu(p)].StartedAt = 0;

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu)
    {
        cpus[cpu].WantsTask = false;
        DepartingCpu.LetGo(departing, cpu);
    }

    /// <inheritdoc/>
    public override int Init()
    {
        // Its first round starts the timer.
        KickCpu(centralCpu);
        int status = PrepareTimer();
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    void DispatchForAll()
    {
        StartTimer();
        dispatches++;
        for (int cpu = 0; cpu < cpus.Length && DispatchNrSlots() > 0; cpu++)
        {
            if (cpus[cpu].WantsTask && DispatchTo(cpu))
                cpus[cpu].WantsTask = false;
        }

        // sched_ext calls again by itself if this CPU has got nothing, but not if another had to go without.
        if (DispatchNrSlots() == 0)
        {
            retries++;
            KickCpu(centralCpu, KickFlags.Preempt);
            return;
        }
        DispatchTo(centralCpu);
    }

    /// <summary>Gives a CPU the first task that may run there; those before it go where they last were. False if there is none.</summary>
    [Global]
    bool DispatchTo(int cpu)
    {
        while (DispatchNrSlots() > 0 && queue.TryPop(out int pid))
        {
            taken++;
            using TaskReference? p = TaskFromPid(pid);
            if (p is null)
            {
                lostPids++;
                continue;
            }
            bool fits = Affinity.CanRunOn(p, cpu);
            if (!fits)
                mismatches++;
            // In a queue that all share it would be stuck if its CPU went offline.
            int target = fits ? cpu : TaskCpu(p);
            DsqInsert(p, Dsq.LocalOn | (uint)target, Slice.Infinite);
            if (target != centralCpu)
                KickCpu(target, KickFlags.Idle);
            if (fits)
                return true;
        }
        return false;
    }
}
