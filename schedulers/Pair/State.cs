// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What two sibling CPUs share. A CPU is one bit of the masks.</summary>
struct PairState
{
    /// <summary>Held to read or write the others together.</summary>
    public BpfSpinLock Lock;

    /// <summary>The CPUs that run the batch's cgroup.</summary>
    public uint Active;

    /// <summary>The CPUs that a higher scheduling class has taken.</summary>
    public uint Taken;

    /// <summary>The CPUs that are offline.</summary>
    public uint Gone;

    /// <summary>The cgroup of the batch: index of its queue.</summary>
    public uint Cgroup;

    /// <summary>Whether the batch is to end: no CPU takes a task of its cgroup any more.</summary>
    public bool Draining;

    /// <summary>When the batch began, in ns.</summary>
    public ulong StartedAt;
}

/// <summary>What a CPU is to do next.</summary>
enum Turn
{
    /// <summary>Take a task of the batch's cgroup.</summary>
    Run,

    /// <summary>Begin a batch.</summary>
    Begin,

    /// <summary>Nothing, until its sibling is done.</summary>
    Wait,

    /// <summary>Nothing, until its sibling is done, whose time is over.</summary>
    WaitAndKick,
}

/// <summary>Statistics.</summary>
struct Counters
{
    /// <summary>Tasks that became runnable.</summary>
    public ulong Total;

    /// <summary>Tasks that were sent to a CPU.</summary>
    public ulong Dispatched;

    /// <summary>Tasks that had ended, or changed their cgroup, when their turn came.</summary>
    public ulong Missing;

    /// <summary>Tasks that may not run on the CPU whose turn it was, and were put back or sent where they may.</summary>
    public ulong Mismatches;

    /// <summary>Batches that began.</summary>
    public ulong Batches;

    /// <summary>Times that a CPU waited for its sibling.</summary>
    public ulong Waits;

    /// <summary>Times that a batch's cgroup had no task for a CPU.</summary>
    public ulong Emptied;

    /// <summary>Times that a CPU was made to look at its pair.</summary>
    public ulong Kicks;

    /// <summary>Times that a higher scheduling class took a CPU.</summary>
    public ulong Preemptions;

    /// <summary>Tasks sent away from a CPU again as the pair's cgroup had changed before they ran.</summary>
    public ulong Strays;
}
