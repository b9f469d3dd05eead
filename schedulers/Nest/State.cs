// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What is kept of a task.</summary>
struct TaskState
{
    /// <summary>The CPU on which it ran twice in a row, and which it tries first; -1 if there is none yet.</summary>
    public int AttachedCpu;

    /// <summary>How often in a row no CPU of the primary nest was idle when it woke.</summary>
    public uint Misses;
}

/// <summary>What is kept of a CPU.</summary>
struct NestCpu
{
    /// <summary>Goes off when the CPU has been idle long enough to leave the primary nest.</summary>
    public BpfTimer Timer;

    /// <summary>Whether that is being waited for.</summary>
    public bool Leaving;

    /// <summary>The CPUs between which SelectCpu chooses here.</summary>
    public CpumaskKptr Candidates;
}

/// <summary>Statistics.</summary>
struct Counters
{
    /// <summary>Tasks that woke on the CPU they are attached to.</summary>
    public ulong WokeAttached;

    /// <summary>Tasks that woke on the CPU they ran on before.</summary>
    public ulong WokePrevious;

    /// <summary>Tasks that woke on another CPU of the primary nest.</summary>
    public ulong WokePrimary;

    /// <summary>Tasks that woke on a CPU of the reserve nest.</summary>
    public ulong WokeReserve;

    /// <summary>Tasks for which a CPU outside of both nests was woken.</summary>
    public ulong WokeOther;

    /// <summary>Tasks that found no idle CPU.</summary>
    public ulong NoneIdle;

    /// <summary>Tasks that had missed the primary nest too often, and were let enlarge it by any CPU.</summary>
    public ulong Impatient;

    /// <summary>CPUs that joined the primary nest.</summary>
    public ulong Joined;

    /// <summary>CPUs that joined the reserve nest.</summary>
    public ulong Reserved;

    /// <summary>CPUs for which the reserve nest had no room.</summary>
    public ulong ReserveFull;

    /// <summary>CPUs of the primary nest that fell idle, and were given time to find work.</summary>
    public ulong Idled;

    /// <summary>Of these, CPUs that found some in time.</summary>
    public ulong Stayed;

    /// <summary>CPUs that left the primary nest as they were idle too long.</summary>
    public ulong Compacted;

    /// <summary>CPUs that left the primary nest as the task that they had run ended.</summary>
    public ulong CompactedAtExit;

    /// <summary>Tasks taken from the shared queue.</summary>
    public ulong Shared;
}
