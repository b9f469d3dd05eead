// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>The tasks that wait: a queue for each cgroup, and a queue of cgroups that have some.</summary>
public sealed partial class Pair
{
    const uint MaxCgroups = 1024;
    const uint NoCgroup = uint.MaxValue;
    const uint QueueLength = 4096;

    // Tasks that a CPU looks at in a queue before it gives up: the others may not run there.
    const int MaxMismatches = 64;

    // Pids.
    readonly ArrayOfMaps<QueueMap<int>> queues = new(MaxCgroups, () => new(QueueLength));

    // Indexes of queues: those that may have tasks, each once, and those that no cgroup has.
    readonly QueueMap<uint> ready = new(MaxCgroups);
    readonly QueueMap<uint> free = new(MaxCgroups);

    // Whether an index is in ready.
    readonly ResizableArray<int> listed = new((int)MaxCgroups);

    // The index of each cgroup.
    readonly CgroupStorage<uint> cgroups = new();

    /// <inheritdoc/>
    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args)
    {
        if (!free.TryPop(out uint index))
            return NoMemory;
        if (cgroups.GetOrCreate(cgroup, index) is not null)
            return 0;
        free.Push(index);
        return NoMemory;
    }

    /// <inheritdoc/>
    public override void CgroupExit(Cgroup cgroup)
    {
        if (cgroups.Find(cgroup) is { } state)
            free.Push(state.Value);
    }

    /// <summary>Puts a task into the queue of its cgroup. False if it is full.</summary>
    bool Queue(TaskStruct p)
    {
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroups.Find(cgroup) is not { Value: var index } || tasks.Find(p) is not { } task || queues.Find(index) is not { } queue)
            return false;
        task.Value = index;
        if (queue.Push(p.Pid) != 0)
            return false;
        MarkReady(index);
        return true;
    }

    // After its queue has got a task, so that whoever takes the mark away sees the task.
    void MarkReady(uint index)
    {
        if (Interlocked.Exchange(ref listed[(int)index], 1) == 0)
            ready.Push(index);
    }

    /// <summary>The next cgroup that has tasks, which goes to the end of the queue.</summary>
    bool TryTakeCgroup(out uint index)
    {
        while (ready.TryPop(out index))
        {
            Interlocked.Exchange(ref listed[(int)index], 0);
            if (queues.Find(index) is not { } queue || !queue.TryPeek(out _))
                continue;
            MarkReady(index);
            return true;
        }
        return false;
    }

    /// <summary>Sends a CPU the first task of a cgroup that may run there. Those before it go to the end, and the CPUs that they are for are woken.</summary>
    /// <param name="index">The cgroup.</param>
    /// <param name="cpu">Id of the CPU.</param>
    /// <param name="forSibling">Whether one of those may run on its sibling.</param>
    [Global]
    bool DispatchFrom(uint index, int cpu, out bool forSibling)
    {
        forSibling = false;
        if (queues.Find(index) is not { } queue)
            return false;
        int first = 0;
        foreach (int _ in Loop.Range(0, MaxMismatches))
        {
            if (!queue.TryPop(out int pid))
                break;
            using TaskReference? p = TaskFromPid(pid);
            if (p is null || tasks.Find(p) is not { } task || task.Value != index)
            {
                counters[0].Missing++;
                continue;
            }
            if (Affinity.CanRunOn(p, cpu))
            {
                counters[0].Dispatched++;
                DsqInsert(p, Dsq.Local, Slice.Default);
                return true;
            }
            int last = TaskCpu(p);
            if ((pairs[PairOf(last)].Gone & BitOf(last)) != 0)
            {
                // Only from there the kernel can send it elsewhere. It asks again for this CPU, and takes no more than 32 at a time.
                DsqInsert(p, Dsq.LocalOn | (uint)last, Slice.Default);
                return true;
            }
            queue.Push(pid);
            MarkReady(index);
            if (pid == first)
                break;
            if (first == 0)
                first = pid;
            counters[0].Mismatches++;
            forSibling |= Affinity.CanRunOn(p, SiblingOf(cpu));
            DepartingCpu.Kick(departing, last, KickFlags.Idle);
        }
        return false;
    }
}
