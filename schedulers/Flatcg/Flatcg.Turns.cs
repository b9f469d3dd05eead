// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Whose turn it is: the cgroups that have tasks waiting stand in a tree by virtual time, and a CPU serves the first for a while.</summary>
public sealed partial class Flatcg
{
    // How many cgroups a CPU tries in search of a task.
    const int MaxTries = 1024;

    // How many of these may have tasks that it cannot get.
    const int MaxMisses = 8;

    // For how long the task that is running when a cgroup's time is up may go on. What took the CPU away for longer was not the cgroup: another class
    // of tasks, or it was offline.
    const ulong LongestSlice = 2 * Slice.Default;

    // For how long a cgroup is to wait at most if it has had too much or has little weight, in ns for which the whole machine is at work: the watchdog
    // allows a task 30 s.
    const ulong LongestWait = 2_000_000_000;

    [Tunable("Time for which a CPU serves a cgroup, in ns")]
    readonly ulong cgroupSliceNs = Slice.Default;

    readonly PerCpuArray<CpuState> here = new(1);

    BpfSpinLock treeLock;
    RbTree<Turn> tree;

    // The virtual time of the cgroup whose turn came last.
    ulong vtimeNow;

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        ref CpuState served = ref here[0];
        ulong now = Now();
        bool leavesCgroup = served.CgroupId != 0;
        if (leavesCgroup)
        {
            if (!VtimeBefore(now, served.Since + cgroupSliceNs))
            {
                counters[0].ServedUp++;
            }
            else if (TakeTask(served.CgroupId))
            {
                counters[0].Kept++;
                return;
            }
            else
            {
                counters[0].RanOut++;
            }
            Settle(in served, now);
        }

        // Tasks that are bound and cgroups go by turns, or one kind that wants all CPUs would shut the other out.
        served = new() { Since = now };
        if (leavesCgroup && DsqMoveToLocal(FallbackDsq))
            return;
        ServeNext(ref served);
        if (served.CgroupId == 0)
            DsqMoveToLocal(FallbackDsq);
    }

    /// <inheritdoc/>
    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args)
    {
        ulong id = cgroup.Kn.Id;
        int status = CreateDsq(id);
        if (status != 0)
            return status;
        if (cgroups.GetOrCreate(cgroup) is not { } state || New<Turn>() is not { } turn)
        {
            DestroyDsq(id);
            return NoMemory;
        }
        state.Value.Weight = args.Weight;
        state.Value.Share = CgroupState.Whole;
        turn.CgroupId = id;
        turn.Vtime = vtimeNow;
        using Turn? none = state.Value.Turn.Exchange(turn);
        return 0;
    }

    // A turn that stands in the tree is dropped when it comes.
    /// <inheritdoc/>
    public override void CgroupExit(Cgroup cgroup) => DestroyDsq(cgroup.Kn.Id);

    /// <summary>Puts a cgroup into the tree because a task of it waits, unless it is there.</summary>
    void Queue(ref CgroupState cgroup)
    {
        if (Interlocked.CompareExchange(ref cgroup.IsQueued, 1, 0) != 0)
            counters[0].QueueSkipped++;
        else if (cgroup.Turn.Exchange(null) is { } turn)
            AddToTree(turn, ref cgroup);
    }

    /// <summary>
    /// Puts a turn into the tree. Nothing else can reach it while it is there, so what its cgroup has had too much or too little of meanwhile is
    /// gathered beside it and taken into account here.
    /// </summary>
    void AddToTree(Turn turn, ref CgroupState cgroup)
    {
        ulong vtime = turn.Vtime + Interlocked.Exchange(ref cgroup.Correction, 0);
        // A cgroup with all of the machine may take half of the CPUs at once when it comes back; others less, as they have less.
        ulong credit = cgroupSliceNs * possibleCpus * cgroup.Share / (2 * CgroupState.Whole);
        // What it was charged for CPUs that would have been idle may be far more than its share.
        ulong debt = possibleCpus * Math.Min(cgroup.Charge(cgroupSliceNs), LongestWait);
        turn.Vtime = Vtime.LimitDebt(Vtime.LimitCredit(vtime, vtimeNow, credit), vtimeNow, debt);
        using (treeLock.EnterScope())
            tree.Add(turn, static (a, b) => VtimeBefore(a.Vtime, b.Vtime));
    }

    /// <summary>Charges the cgroup that this CPU leaves for the time that it was really served.</summary>
    void Settle(in CpuState served, ulong now)
    {
        using CgroupReference? cgroup = CgroupFromId(served.CgroupId);
        if (cgroup is null || cgroups.Find(cgroup) is not { } state)
            counters[0].ServedGone++;
        else
            Interlocked.Add(ref state.Value.Correction, state.Value.Charge(Math.Min(now - served.Since, cgroupSliceNs + LongestSlice)) - served.Charged);
    }

    void ServeNext(ref CpuState served)
    {
        for (int i = 0; i < MaxTries; i++)
        {
            if (TryNext(ref served))
                return;
        }
        counters[0].NextFailed++;
    }

    /// <summary>Takes the next cgroup from the tree and a task from the cgroup. False if it had none, and another may.</summary>
    bool TryNext(ref CpuState served)
    {
        if (TakeFirst() is not { } turn)
        {
            counters[0].NoneWaiting++;
            return true;
        }
        ulong id = turn.CgroupId;
        Vtime.Advance(ref vtimeNow, turn.Vtime);

        using CgroupReference? cgroup = CgroupFromId(id);
        if (cgroup is null || cgroups.Find(cgroup) is not { } state)
        {
            counters[0].NextGone++;
            turn.Dispose();
            return false;
        }

        if (!TakeTask(id))
            return !PutBack(turn, ref state.Value) && GivesUp(ref served, id);

        // As it may have more tasks, it goes back to the tree at once. It pays for its whole time in advance, so that a crowd of cgroups of
        // little weight cannot take all CPUs.
        RefreshShare(cgroup, ref state.Value);
        served.CgroupId = id;
        served.Charged = state.Value.Charge(cgroupSliceNs);
        turn.Vtime += served.Charged;
        AddToTree(turn, ref state.Value);
        counters[0].Next++;
        return true;
    }

    /// <summary>Whether a CPU that could not get a cgroup's tasks has tried enough: should all that are left be like that, it has nothing to do.</summary>
    static bool GivesUp(ref CpuState served, ulong cgroupId)
    {
        served.Misses++;
        // The CPU on which a task was enqueued looks for it then, and may have found the tree without the turn that this CPU had. If the task is there
        // now, this one gets it.
        return served.Misses >= MaxMisses && (DsqNrQueued(cgroupId) <= 0 || served.Misses >= 2 * MaxMisses);
    }

    Turn? TakeFirst()
    {
        using (treeLock.EnterScope())
            return tree.First() is { } first ? tree.Remove(first) : null;
    }

    /// <summary>Keeps a cgroup in whose queue there is no task out of the tree until one comes. False if one is coming, or going, and it stays in.</summary>
    bool PutBack(Turn turn, ref CgroupState cgroup)
    {
        if (cgroup.Waiting != 0)
        {
            // One is on its way into the queue, or out of it to another CPU: others go first, and it has the time that this costs it back.
            ulong charge = cgroup.Charge(cgroupSliceNs);
            turn.Vtime += charge;
            AddToTree(turn, ref cgroup);
            Interlocked.Add(ref cgroup.Correction, 0 - charge);
            counters[0].NextRaced++;
            return false;
        }

        using Turn? none = cgroup.Turn.Exchange(turn);
        counters[0].NextEmpty++;
        Interlocked.Exchange(ref cgroup.IsQueued, 0);
        // One that came before that has left it to this CPU.
        if (cgroup.Waiting != 0)
            Queue(ref cgroup);
        return true;
    }

    /// <summary>The queue goes with its cgroup, at any moment unless there are tasks in it.</summary>
    static bool TakeTask(ulong cgroupId) => DsqNrQueued(cgroupId) > 0 && DsqMoveToLocal(cgroupId);
}
