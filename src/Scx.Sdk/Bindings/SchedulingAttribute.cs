namespace Scx.Bindings;

/// <summary>
/// Says what a kernel function does to queues and tasks, so that the compiler can find what sched_ext would throw the scheduler out for. Parameters
/// go by their names: <c>p</c> is the task, <c>dsqId</c> the queue, <c>enqFlags</c>, <c>flags</c> or <c>perf</c> the number that says how.
/// </summary>
/// <param name="role">What it does.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchedulingAttribute(SchedulingRole role) : Attribute
{
    /// <summary>What it does.</summary>
    public SchedulingRole Role { get; } = role;

    /// <summary>Works only with <see cref="OpsFlags.BuiltinIdlePerNode"/>.</summary>
    public bool NeedsNodes { get; set; }

    /// <summary>Works only without <see cref="OpsFlags.BuiltinIdlePerNode"/>.</summary>
    public bool RefusesNodes { get; set; }
}

/// <summary>What a kernel function does to queues and tasks.</summary>
public enum SchedulingRole
{
    /// <summary>Nothing that the compiler looks at.</summary>
    None = 0,

    /// <summary>Inserts the task <c>p</c> into the first-in first-out queue <c>dsqId</c>.</summary>
    Insert = 1,

    /// <summary>Inserts the task <c>p</c> into the queue <c>dsqId</c>, which is ordered by virtual time.</summary>
    InsertOrdered = 2,

    /// <summary>Takes a task out of the queue <c>dsqId</c>, to run on this CPU.</summary>
    MoveToLocal = 3,

    /// <summary>Goes through the queue <c>dsqId</c>.</summary>
    Iterate = 4,

    /// <summary>Looks at the queue <c>dsqId</c>.</summary>
    Peek = 5,

    /// <summary>Creates the queue <c>dsqId</c>.</summary>
    Create = 6,

    /// <summary>Needs the kernel's own tracking of idle CPUs.</summary>
    TrackIdle = 7,

    /// <summary>Yields a CPU or a negative error number, and needs the kernel's own tracking of idle CPUs.</summary>
    PickIdle = 8,

    /// <summary>Yields a CPU or a negative error number.</summary>
    PickAny = 9,

    /// <summary>Makes a CPU reschedule, in the way that <c>flags</c> says.</summary>
    Kick = 10,

    /// <summary>Sets the performance of a CPU to <c>perf</c>.</summary>
    SetPerformance = 11,

    /// <summary>Says how many tasks may still be inserted.</summary>
    CountSlots = 12,

    /// <summary>Takes back an insert.</summary>
    Cancel = 13,

    /// <summary>Ends the scheduler.</summary>
    End = 14,

    /// <summary>Finds a task by the number that sched_ext gave it, which it does with <see cref="OpsFlags.TidToTask"/> only.</summary>
    FindByTid = 15,
}
