// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;

namespace Scx.Bench;

/// <summary>What two sibling CPUs share. A CPU is one bit of the masks.</summary>
struct PairState
{
    /// <summary>Held to change the others.</summary>
    public BpfSpinLock Lock;

    /// <summary>Id of the cgroup whose tasks they run.</summary>
    public ulong Cgroup;

    /// <summary>Since when, in ns.</summary>
    public ulong StartedAt;

    /// <summary>Whether its time is to end.</summary>
    public bool Draining;

    /// <summary>The CPUs that run its tasks.</summary>
    public uint Active;

    /// <summary>The CPUs that a higher scheduling class has taken.</summary>
    public uint Preempted;
}

/// <summary>A number for each cgroup, by the index of its queue.</summary>
[InlineArray((int)PairAlike.MaxCgroups)]
struct PerCgroup
{
    ulong first;
}

/// <summary>What became of an attempt to find a task for a CPU.</summary>
enum Attempt
{
    /// <summary>It has one, or is to have none now.</summary>
    Done,

    /// <summary>Another may succeed.</summary>
    Again,

    /// <summary>The scheduler was ended.</summary>
    Failed,
}
