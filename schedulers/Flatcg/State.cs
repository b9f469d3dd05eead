// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>A cgroup's place in the order of cgroups: owned by the tree, by the cgroup's state, or by who carries it from one to the other.</summary>
sealed class Turn : TreeNode
{
    /// <summary>Time that the cgroup was served, divided by its share.</summary>
    public ulong Vtime;

    /// <summary>Id of the cgroup.</summary>
    public ulong CgroupId;
}

/// <summary>What is kept of a cgroup.</summary>
struct CgroupState
{
    /// <summary>The share of all of the machine.</summary>
    public const uint Whole = 1 << 16;

    /// <summary>Its turn while it is not in the tree.</summary>
    public ObjectKptr<Turn> Turn;

    /// <summary>Whether it is in the tree, or about to be: who sets it has the turn to himself.</summary>
    public int IsQueued;

    /// <summary>Tasks that have been enqueued and do not run yet.</summary>
    public int Waiting;

    /// <summary>Tasks of its own that are runnable.</summary>
    public int RunnableTasks;

    /// <summary>
    /// Active cgroups right below it, and one more if it has runnable tasks itself; less than 0 for a moment if a CPU tells of the last task before another has
    /// told of the first one. Changes with the lock held, as do the next two.
    /// </summary>
    public int ActiveParts;

    /// <summary>Its weight among those with the same parent.</summary>
    public uint Weight;

    /// <summary>Sum of the weights of the active cgroups right below it.</summary>
    public uint ActiveWeight;

    /// <summary>Its share of the machine as it was last worked out.</summary>
    public uint Share;

    /// <summary>When that was.</summary>
    public ulong Generation;

    /// <summary>What it is still to be charged, in virtual time.</summary>
    public ulong Correction;

    /// <summary>Virtual time of its task that ran last.</summary>
    public ulong TaskVtime;

    /// <summary>Whether its weight counts at its level.</summary>
    public readonly bool IsActive => ActiveParts > 0;

    /// <summary>The virtual time that goes by for it while it is served.</summary>
    /// <param name="servedNs">Time for which it is served, in ns.</param>
    public readonly ulong Charge(ulong servedNs) => servedNs * Whole / Share;

    /// <summary>Works its share out from the parent's.</summary>
    /// <param name="parent">The cgroup right above it.</param>
    public void TakeShareOf(in CgroupState parent)
    {
        // Rounded up, so that none gets nothing.
        Share = (uint)(((ulong)parent.Share * Weight + parent.ActiveWeight - 1) / parent.ActiveWeight);
        Generation = parent.Generation;
    }
}

/// <summary>What is kept of a task.</summary>
struct TaskState
{
    /// <summary>CPU time that it had had when it passed its cgroup's queue by; null if it did not.</summary>
    public ulong? PassedAt;

    /// <summary>Whether its cgroup counts it among those that wait.</summary>
    public bool IsWaiting;
}

/// <summary>What a CPU does.</summary>
struct CpuState
{
    /// <summary>Id of the cgroup that it serves, or 0.</summary>
    public ulong CgroupId;

    /// <summary>Since when.</summary>
    public ulong Since;

    /// <summary>What the cgroup was charged for that in advance, in virtual time.</summary>
    public ulong Charged;

    /// <summary>Cgroups with tasks that it could not get, in its search for another to serve.</summary>
    public uint Misses;
}

/// <summary>Statistics.</summary>
struct Counters
{
    /// <summary>Cgroups that got their first runnable task.</summary>
    public ulong Activated;

    /// <summary>Cgroups that lost their last runnable task.</summary>
    public ulong Deactivated;

    /// <summary>Tasks put on an idle CPU, and those bound to one that must not wait.</summary>
    public ulong Local;

    /// <summary>Tasks bound to some CPUs.</summary>
    public ulong Global;

    /// <summary>Shares worked out.</summary>
    public ulong ShareUpdated;

    /// <summary>Shares that were still right.</summary>
    public ulong ShareCached;

    /// <summary>Shares not asked for, as the cgroup is not active.</summary>
    public ulong ShareSkipped;

    /// <summary>Shares not worked out to the end, as the cgroup became inactive meanwhile.</summary>
    public ulong ShareRaced;

    /// <summary>Tasks whose cgroup was in the tree already.</summary>
    public ulong QueueSkipped;

    /// <summary>Times that a CPU took another task of the cgroup that it serves.</summary>
    public ulong Kept;

    /// <summary>Times that a CPU left a cgroup because its time was up.</summary>
    public ulong ServedUp;

    /// <summary>Times that a CPU left a cgroup because it had no more tasks.</summary>
    public ulong RanOut;

    /// <summary>Cgroups that were gone when a CPU left them.</summary>
    public ulong ServedGone;

    /// <summary>Turns that cgroups had.</summary>
    public ulong Next;

    /// <summary>Cgroups without a task when their turn came.</summary>
    public ulong NextEmpty;

    /// <summary>Of these, those to which one was on its way.</summary>
    public ulong NextRaced;

    /// <summary>Cgroups that were gone when their turn came.</summary>
    public ulong NextGone;

    /// <summary>Times that no cgroup had a task.</summary>
    public ulong NoneWaiting;

    /// <summary>Times that a CPU gave up.</summary>
    public ulong NextFailed;
}
