// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What the central CPU knows of another.</summary>
struct CpuState
{
    /// <summary>When the task began that runs there, in ns; 0 if none of ours does.</summary>
    public ulong StartedAt;

    /// <summary>Whether it has nothing to run and waits to be given something.</summary>
    public bool WantsTask;
}

/// <summary>The timer that ends slices.</summary>
struct Preemption
{
    /// <summary>The timer itself.</summary>
    public BpfTimer Timer;
}

/// <summary>Statistics.</summary>
struct Counters
{
    /// <summary>Tasks that became runnable.</summary>
    public ulong Total;

    /// <summary>Of these, kernel threads that ran on their CPU at once.</summary>
    public ulong Local;

    /// <summary>Tasks that found the queue full and stayed where they were.</summary>
    public ulong Overflows;

    /// <summary>Tasks that had ended when their turn came.</summary>
    public ulong LostPids;

    /// <summary>Tasks that may not run on the CPU that was to have them and stayed where they were.</summary>
    public ulong Mismatches;

    /// <summary>Rounds in which the central CPU gave work to all.</summary>
    public ulong Dispatches;

    /// <summary>Of these, rounds that had more to give than sched_ext takes at a time.</summary>
    public ulong Retries;
}
