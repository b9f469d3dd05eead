// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;

namespace Scx.Schedulers;

/// <summary>What is kept of a task.</summary>
struct TaskState
{
    /// <summary>Its place in the order of its level.</summary>
    public ulong Sequence;

    /// <summary>Whether it may pass the others.</summary>
    public bool IsExpedited;
}

/// <summary>Where a CPU is on its way round the queues.</summary>
struct CpuState
{
    /// <summary>The queue it takes from.</summary>
    public uint Level;

    /// <summary>How many more it takes from there.</summary>
    public uint Credit;

    /// <summary>Running average of the weights of what runs here.</summary>
    public uint AverageWeight;

    /// <summary>The performance that was asked for.</summary>
    public uint PerfTarget;
}

/// <summary>The order within a level, in numbers that tasks get as they come.</summary>
struct Level
{
    /// <summary>What the next task gets.</summary>
    public ulong NextSequence;

    /// <summary>What the task had that was dispatched last.</summary>
    public ulong LastSequence;
}

/// <summary>One for each queue, the least weight first.</summary>
[InlineArray(Count)]
struct Levels
{
    /// <summary>How many there are.</summary>
    public const int Count = 5;

    Level first;
}

/// <summary>Statistics.</summary>
struct Counters
{
    /// <summary>Tasks put into a queue.</summary>
    public ulong Enqueued;

    /// <summary>Tasks taken out of a queue.</summary>
    public ulong Dispatched;

    /// <summary>Tasks put on an idle CPU by Enqueue.</summary>
    public ulong Direct;

    /// <summary>Tasks taken back from a CPU that a higher class had taken.</summary>
    public ulong Reenqueued;

    /// <summary>Tasks that left without being dispatched, or (since 7.1) with.</summary>
    public ulong Dequeued;

    /// <summary>Of these, tasks that core scheduling ran.</summary>
    public ulong CoreSchedExecuted;

    /// <summary>Expedited tasks that ran on the CPU that looked.</summary>
    public ulong ExpeditedHere;

    /// <summary>Expedited tasks that were sent to another CPU.</summary>
    public ulong ExpeditedElsewhere;

    /// <summary>Expedited tasks that someone else had moved meanwhile.</summary>
    public ulong ExpeditedLost;
}

/// <summary>The timer that goes off each second.</summary>
struct Monitor
{
    /// <summary>The timer itself.</summary>
    public BpfTimer Timer;
}

/// <summary>How fast the CPUs were when last looked at, and were asked to be: 1024 is the fastest that a CPU can be.</summary>
struct Performance
{
    /// <summary>Speed of the slowest.</summary>
    public ulong PerfMin;

    /// <summary>Speed of all, weighted by what each can do at most.</summary>
    public ulong PerfAverage;

    /// <summary>Speed of the fastest.</summary>
    public ulong PerfMax;

    /// <summary>Least speed that was asked for.</summary>
    public ulong PerfTargetMin;

    /// <summary>Mean of what was asked for.</summary>
    public ulong PerfTargetAverage;

    /// <summary>Most that was asked for.</summary>
    public ulong PerfTargetMax;
}
