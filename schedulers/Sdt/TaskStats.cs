// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What is counted of a task, or of all those that have ended.</summary>
public struct TaskStats
{
    /// <summary>Thread id.</summary>
    public int Pid;

    /// <summary>Times that it was put into the shared queue.</summary>
    public ulong Enqueues;

    /// <summary>Times that it woke up and an idle CPU was found.</summary>
    public ulong IdleWakeups;

    /// <summary>Times that it woke up and all CPUs were busy.</summary>
    public ulong BusyWakeups;

    /// <summary>Times that it woke up.</summary>
    public readonly ulong Wakeups => IdleWakeups + BusyWakeups;
}
