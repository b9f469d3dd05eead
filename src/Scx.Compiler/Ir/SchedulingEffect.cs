namespace Scx.Compiler.Ir;

/// <summary>What a kernel function does to queues and tasks (<c>Scx.Bindings.SchedulingAttribute</c>).</summary>
/// <param name="Role">What it does.</param>
/// <param name="Task">Index of the argument that is the task, or -1.</param>
/// <param name="Queue">Index of the argument that is the queue's id, or -1.</param>
public sealed record SchedulingEffect(SchedulingRole Role, int Task, int Queue)
{
    /// <summary>Index of the argument that says how: flags, or a performance; -1 if there is none.</summary>
    public int Manner { get; init; } = -1;

    /// <summary>Works only where idle CPUs are tracked for each NUMA node (true) or for the whole machine (false); null if either will do.</summary>
    public bool? ByNode { get; init; }
}

/// <summary>What a kernel function does to queues and tasks, with the numbers of the Sdk's enum.</summary>
public enum SchedulingRole
{
    /// <summary>Nothing that the analysis looks at.</summary>
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

    /// <summary>Makes a CPU reschedule.</summary>
    Kick = 10,

    /// <summary>Sets the performance of a CPU.</summary>
    SetPerformance = 11,

    /// <summary>Says how many tasks may still be inserted.</summary>
    CountSlots = 12,

    /// <summary>Takes back an insert.</summary>
    Cancel = 13,

    /// <summary>Ends the scheduler.</summary>
    End = 14,

    /// <summary>Finds a task by the number that sched_ext gave it.</summary>
    FindByTid = 15,
}
