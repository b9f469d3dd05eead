// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What the two CPUs of a pair settle between them, each step under their lock.</summary>
public sealed partial class Pair
{
    // 0 to 99 are those of the higher classes (MAX_RT_PRIO of include/linux/sched/prio.h).
    const int FirstNormalPriority = 100;

    Turn NextTurn(int cpu, ulong now)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        uint self = BitOf(cpu);
        using var held = pair.Lock.EnterScope();
        pair.Active &= ~self;
        bool expired = !VtimeBefore(now, pair.StartedAt + batchNs);
        if (!expired && !pair.Draining)
        {
            pair.Active |= self;
            return Turn.Run;
        }
        pair.Draining = true;
        if (pair.Taken != 0 || (pair.Active != 0 && !expired))
            return Turn.Wait;
        return pair.Active != 0 ? Turn.WaitAndKick : Turn.Begin;
    }

    /// <summary>Begins a batch unless the sibling has done so meanwhile. Whether it was this CPU.</summary>
    bool BeginBatch(int cpu, uint cgroup, ulong now)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using var held = pair.Lock.EnterScope();
        bool begins = pair.Draining && pair.Active == 0;
        if (begins)
        {
            pair.Cgroup = cgroup;
            pair.StartedAt = now;
            pair.Draining = false;
        }
        pair.Active |= BitOf(cpu);
        return begins;
    }

    /// <summary>A CPU finds no task in the batch, which goes on if the sibling is to come for one, and else drains. Whether it does that.</summary>
    bool EndBatch(int cpu, bool forSibling)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using var held = pair.Lock.EnterScope();
        pair.Active &= ~BitOf(cpu);
        // If the sibling runs it already, this CPU is not to wait until its time is over.
        pair.Draining |= !forSibling || pair.Active != 0 || pair.Gone != 0;
        return pair.Draining;
    }

    /// <summary>Whether a task of this cgroup may run: it may have waited on the CPU while a higher class had that, and the pair gone on.</summary>
    bool Confirm(int cpu, uint cgroup)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using var held = pair.Lock.EnterScope();
        if (pair.Active == 0)
            pair.Cgroup = cgroup;
        // One that is on its way offline has to get rid of its tasks, and does not come to tell when it is done.
        bool leaves = (pair.Gone & BitOf(cpu)) != 0;
        if (pair.Cgroup == cgroup && !leaves)
            pair.Active |= BitOf(cpu);
        return pair.Cgroup == cgroup || leaves;
    }

    /// <summary>While a higher class has one CPU, the other does nothing.</summary>
    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        int cpu = (int)GetSmpProcessorId();
        ref PairState pair = ref pairs[PairOf(cpu)];
        uint self = BitOf(cpu);
        // On its last switch a CPU can kick no one any more, and Linux would wait for that kick when the scheduler is taken away.
        if ((pair.Gone & self) != 0)
            return;
        // Only this CPU writes its bit.
        bool taken = (pair.Taken & self) != 0, takes = IsHigher(next);
        if (takes == taken || (takes && (prev.Pid == 0 || IsHigher(prev))))
            return;

        if (takes)
            counters[0].Preemptions++;
        bool kick;
        using (pair.Lock.EnterScope())
        {
            pair.Taken ^= self;
            // What goes on when the CPU is given back has been confirmed by now.
            pair.Active &= ~(pair.Taken & self);
            pair.Draining |= takes;
            kick = takes ? pair.Active != 0 : pair.Taken == 0;
        }
        // Without KickFlags.Wait: that waits with interrupts off, for a CPU that may be waiting for an answer from here (kernel/sched/ext.c, 6.18).
        if (kick)
            KickSibling(cpu);
    }

    // CPUs come and go one at a time (cpus_write_lock() in kernel/cpu.c).

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) => pairs[PairOf(cpu)].Gone &= ~BitOf(cpu);

    /// <inheritdoc/>
    public override void CpuOffline(int cpu)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        uint self = BitOf(cpu);
        using (pair.Lock.EnterScope())
        {
            pair.Active &= ~self;
            pair.Taken &= ~self;
            pair.Gone |= self;
        }
        // Its sibling may have waited for it, and some other CPU is to hand over what is bound to it.
        for (int other = 0; other < NrCpuIds(); other++)
            KickCpu(other);
        DepartingCpu.LetGo(departing, cpu);
    }

    // The idle task, whose number is 0, is of no class above ours.
    static bool IsHigher(TaskStruct p) => p.Pid != 0 && p.Prio < FirstNormalPriority;
}
