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
        using (pair.Lock.EnterScope())
        {
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
    }

    /// <summary>Begins a batch unless the sibling has done so meanwhile. Whether it was this CPU.</summary>
    bool BeginBatch(int cpu, uint cgroup, ulong now)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using (pair.Lock.EnterScope())
        {
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
    }

    void EndBatch(int cpu)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using (pair.Lock.EnterScope())
        {
            pair.Draining = true;
            pair.Active &= ~BitOf(cpu);
        }
    }

    /// <summary>Whether a task of this cgroup may run: it may have waited on the CPU while a higher class had that, and the pair gone on.</summary>
    bool Confirm(int cpu, uint cgroup)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        using (pair.Lock.EnterScope())
        {
            if (pair.Active == 0)
                pair.Cgroup = cgroup;
            if (pair.Cgroup != cgroup)
                return false;
            // One that is on its way offline does not come to tell when it is done.
            pair.Active |= BitOf(cpu) & ~pair.Gone;
            return true;
        }
    }

    /// <summary>While a higher class has one CPU, the other does nothing.</summary>
    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        int cpu = (int)GetSmpProcessorId();
        ref PairState pair = ref pairs[PairOf(cpu)];
        uint self = BitOf(cpu);
        // Only this CPU writes its bit.
        bool taken = (pair.Taken & self) != 0;
        bool takes = IsHigher(next);
        if (takes == taken || (takes && (prev.Pid == 0 || IsHigher(prev))))
            return;

        if (takes)
            counters[0].Preemptions++;
        bool kick;
        using (pair.Lock.EnterScope())
        {
            pair.Taken ^= self;
            if (takes)
            {
                pair.Active &= ~self;
                pair.Draining = true;
            }
            kick = takes ? pair.Active != 0 : pair.Taken == 0;
        }
        if (kick)
            KickSibling(cpu, takes ? KickFlags.Preempt | KickFlags.Wait : KickFlags.Preempt);
    }

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) => SetGone(cpu, 0);

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => SetGone(cpu, BitOf(cpu));

    void SetGone(int cpu, uint gone)
    {
        ref PairState pair = ref pairs[PairOf(cpu)];
        uint self = BitOf(cpu);
        using (pair.Lock.EnterScope())
        {
            pair.Active &= ~self;
            pair.Taken &= ~self;
            pair.Gone = (pair.Gone & ~self) | gone;
        }
    }

    bool IsGone(int cpu) => (pairs[PairOf(cpu)].Gone & BitOf(cpu)) != 0;

    // The idle task, whose number is 0, is of no class above ours.
    static bool IsHigher(TaskStruct p) => p.Pid != 0 && p.Prio < FirstNormalPriority;
}
