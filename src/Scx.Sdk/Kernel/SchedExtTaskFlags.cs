namespace Scx;

/// <summary>State that sched_ext keeps of a task: of SCX_TASK_* in <c>include/linux/sched/ext.h</c>, what has kept its number from 6.12 to 7.3.</summary>
[Flags]
public enum SchedExtTaskFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>SCX_TASK_QUEUED: runnable, on the run queue of a CPU.</summary>
    Queued = 1 << 0,
}
