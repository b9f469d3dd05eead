namespace Scx;

/// <summary>Which tasks <see cref="Scheduler.Tasks"/> goes through (BPF_TASK_ITER_* of kernel/bpf/task_iter.c).</summary>
public enum TaskIteration : uint
{
    /// <summary>The first thread of each process.</summary>
    Processes = 0,

    /// <summary>Every thread.</summary>
    Threads = 1,

    /// <summary>Every thread of one process.</summary>
    ThreadsOfProcess = 2,
}
