// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Bench;

/// <summary>How a CPU comes by a task.</summary>
public sealed partial class PairAlike
{
    [NoInline]
    Attempt TryDispatch(int cpu)
    {
        Attempt attempt = TryDispatch(cpu, out bool kicks);
        if (kicks)
            KickSibling(cpu, KickFlags.Preempt);
        return attempt;
    }

    Attempt TryDispatch(int cpu, out bool kicks)
    {
        kicks = false;
        ulong now = Now();
        bool begins = false;
        if (!TryFindPair(cpu, out var found, out uint self))
        {
            Error($"CPU {cpu} has no pair");
            return Attempt.Failed;
        }
        ref PairState pair = ref found.Value;

        var held = pair.Lock.EnterScope();
        pair.Active &= ~self;
        bool expired = VtimeBefore(pair.StartedAt + batchNs, now);
        if (expired || pair.Draining)
        {
            Relaxed.Increment(ref expirations);
            pair.Draining = true;
            bool preempted = pair.Preempted != 0;
            if (pair.Active != 0 || preempted)
            {
                Relaxed.Increment(ref expirationWaits);
                held.Dispose();
                kicks = expired && !preempted;
                return Attempt.Done;
            }
            held.Dispose();

            if (!TryTakeCgroup(out ulong next))
            {
                Relaxed.Increment(ref expirationsEmpty);
                return Attempt.Done;
            }

            held = pair.Lock.EnterScope();
            // The sibling may have begun a cgroup meanwhile.
            if (pair.Draining && pair.Active == 0)
            {
                Relaxed.Increment(ref cgroupsBegun);
                pair.Cgroup = next;
                pair.StartedAt = now;
                pair.Draining = false;
                begins = true;
            }
            else
            {
                Relaxed.Increment(ref cgroupsRaced);
            }
        }
        ulong id = pair.Cgroup;
        pair.Active |= self;
        held.Dispose();

        if (indexes.Find(id) is not { Value: var index })
        {
            Error($"cgroup {id} has no index");
            return Attempt.Failed;
        }
        if (!TryClaimTask(index))
        {
            Relaxed.Increment(ref cgroupsEmpty);
            using (pair.Lock.EnterScope())
            {
                pair.Draining = true;
                pair.Active &= ~self;
            }
            return Attempt.Again;
        }
        if (queues.Find((uint)index) is not { } queue)
        {
            Error($"cgroup {id} has no queue {index}");
            return Attempt.Failed;
        }
        if (!queue.TryPop(out uint pid))
        {
            Error($"cgroup {id} has nothing in queue {index}");
            return Attempt.Failed;
        }
        using (TaskReference? p = TaskFromPid((int)pid))
        {
            if (p is null)
            {
                Relaxed.Increment(ref missing);
                return Attempt.Again;
            }
            Relaxed.Increment(ref dispatched);
            DsqInsert(p, Dsq.Global, Slice.Default);
        }
        kicks = begins;
        return Attempt.Done;
    }

    /// <summary>The next cgroup that has tasks. False if there is none.</summary>
    bool TryTakeCgroup(out ulong id)
    {
        id = 0;
        foreach (int _ in Loop.Range(0, Loop.MaxTurns))
        {
            if (!ready.TryPop(out id))
                return false;
            if (indexes.Find(id) is not { } index)
                continue;
            uint place = (uint)index.Value;
            if (place >= MaxCgroups || lengths[(int)place] == 0)
                continue;
            // More than one CPU may want it.
            ready.Push(id);
            break;
        }
        return true;
    }

    /// <summary>Takes one off the length of a queue. False if that is 0.</summary>
    bool TryClaimTask(int index)
    {
        foreach (int _ in Loop.Range(0, Loop.MaxTurns))
        {
            if ((uint)index >= MaxCgroups)
                return false;
            ref ulong length = ref lengths[index];
            ulong seen = Volatile.Read(ref length);
            if (seen == 0)
                return false;
            if (Interlocked.CompareExchange(ref length, seen - 1, seen) == seen)
                break;
        }
        return true;
    }
}
