// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics.CodeAnalysis;

namespace Scx.Bench;

/// <summary>
/// Does what the kernel half of scx_pair does in Linux 7.3, step by step, so that what the compiler makes of it can be compared with what clang makes of that. Nothing
/// tells it which CPUs are pairs, and it is not to be run: <c>schedulers/Pair</c> is.
/// </summary>
[SchedExtOps("pairalike")]
public sealed partial class PairAlike : Scheduler
{
    internal const uint MaxCgroups = 4096;
    const uint QueueLength = 4096;

    // No more stand in an object file; the original's user half makes as many as there are cgroups.
    const uint MaxQueues = 1024;

    const int Busy = -16;

    // 0 to 99 are those of the higher classes (MAX_RT_PRIO of include/linux/sched/prio.h).
    const int FirstNormalPriority = 100;

    [Tunable("How long a pair stays on a cgroup, in ns")]
    readonly uint batchNs = 20_000_000;

    // By CPU: its sibling, its pair, and which of the two it is.
    readonly CpuArray<int> siblings = new();
    readonly CpuArray<uint> pairOf = new();
    readonly CpuArray<uint> placeInPair = new();

    // The original leaves their number to its user half.
    readonly ArrayMap<PairState> pairs = new(64);

    // Ids of cgroups that may have tasks, some more than once.
    readonly QueueMap<ulong> ready = new(4 * MaxCgroups);

    // Pids, by the index of the cgroup; the length of each queue; and which indexes are taken.
    readonly ArrayOfMaps<QueueMap<uint>> queues = new(MaxQueues, () => new(QueueLength));
    PerCgroup lengths;
    PerCgroup busy;
    uint cursor;

    // From the id of a cgroup to its index.
    readonly HashMap<ulong, int> indexes = new(MaxCgroups);

    ulong total, dispatched, missing, kicks, preemptions;
    ulong expirations, expirationWaits, expirationsEmpty;
    ulong cgroupsBegun, cgroupsRaced, cgroupsEmpty;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        int pid = p.Pid;
        Relaxed.Increment(ref total);

        ulong id;
        using (CgroupReference cgroup = TaskCgroup(p))
            id = cgroup.Kn.Id;

        if (indexes.Find(id) is not { } index)
        {
            Error($"cgroup {id} has no index");
            return;
        }
        if (queues.Find((uint)index.Value) is not { } queue)
        {
            Error($"cgroup {id} has no queue {(uint)index.Value}");
            return;
        }
        if (queue.Push((uint)pid) != 0)
        {
            Error($"the queue of cgroup {id} is full");
            return;
        }

        uint place = (uint)index.Value;
        if (place >= MaxCgroups)
        {
            Error("there is no such length");
            return;
        }
        if (Interlocked.Increment(ref lengths[(int)place]) == 1 && ready.Push(id) != 0)
            Error("the queue of cgroups is full");
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        foreach (int _ in Loop.Range(0, Loop.MaxTurns))
        {
            if (TryDispatch(cpu) != Attempt.Again)
                break;
        }
    }

    /// <inheritdoc/>
    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args)
    {
        ulong id = cgroup.Kn.Id;
        int index = -1;
        foreach (int _ in Loop.Range(0, (int)MaxCgroups))
        {
            int next = (int)((Interlocked.Increment(ref cursor) - 1) % MaxCgroups);
            if (Interlocked.CompareExchange(ref busy[next], 1, 0) == 0)
            {
                index = next;
                break;
            }
        }
        if (index < 0)
            return Busy;
        if (indexes.Update(id, index) == 0)
            return 0;
        busy[index] = 0;
        return Busy;
    }

    /// <inheritdoc/>
    public override void CgroupExit(Cgroup cgroup)
    {
        ulong id = cgroup.Kn.Id;
        if (indexes.Find(id) is not { } index)
            return;
        uint place = (uint)index.Value;
        if (place < MaxCgroups)
            busy[(int)place] = 0;
        indexes.Delete(id);
    }

    /// <summary>Follows which CPUs a higher class takes, and gives back.</summary>
    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        int cpu = (int)GetSmpProcessorId();
        if (!TryFindPair(cpu, out var found, out uint self))
            return;
        ref PairState pair = ref found.Value;

        bool preempted = (pair.Preempted & self) != 0;
        bool taken = false, givenBack = false;
        if (next.Pid != 0 && IsHigher(next))
            taken = !preempted && prev.Pid != 0 && !IsHigher(prev);
        else
            givenBack = preempted;
        if (!taken && !givenBack)
            return;

        KickFlags kick = 0;
        using (pair.Lock.EnterScope())
        {
            if (taken)
            {
                pair.Preempted |= self;
                pair.Active &= ~self;
                if (pair.Active != 0)
                    kick = KickFlags.Preempt | KickFlags.Wait;
                pair.Draining = true;
                Relaxed.Increment(ref preemptions);
            }
            else
            {
                pair.Preempted &= ~self;
                if (pair.Preempted == 0)
                    kick = KickFlags.Preempt;
            }
        }
        if (kick != 0)
            KickSibling(cpu, kick);
    }

    bool TryFindPair(int cpu, [NotNullWhen(true)] out Ref<PairState>? pair, out uint self)
    {
        pair = null;
        self = 0;
        if ((uint)cpu >= (uint)pairOf.Length)
            return false;
        pair = pairs.Find(pairOf[cpu]);
        if (pair is null || (uint)cpu >= (uint)placeInPair.Length)
            return false;
        self = 1u << (int)placeInPair[cpu];
        return true;
    }

    void KickSibling(int cpu, KickFlags flags)
    {
        if ((uint)cpu >= (uint)siblings.Length)
            return;
        Relaxed.Increment(ref kicks);
        KickCpu(siblings[cpu], flags);
    }

    static bool IsHigher(TaskStruct p) => p.Prio < FirstNormalPriority;
}
