// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Bench;

/// <summary>What a user half would be told of a runnable task.</summary>
struct QueuedTask
{
    /// <summary>Thread id.</summary>
    public int Pid;

    /// <summary>Time that it has run altogether, in ns.</summary>
    public ulong SumExecRuntime;

    /// <summary>Weight; 100 is that of nice 0.</summary>
    public ulong Weight;
}

/// <summary>What is kept with each task.</summary>
struct TaskState
{
    /// <summary>It goes to the queue of the CPU that was chosen for it.</summary>
    public bool StaysLocal;
}
