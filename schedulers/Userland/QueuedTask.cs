// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What the user half is told of a runnable task.</summary>
public struct QueuedTask
{
    /// <summary>Thread id.</summary>
    public int Pid;

    /// <summary>Weight, 1 to 10000; 100 is that of nice 0.</summary>
    public uint Weight;

    /// <summary>Time that it has run altogether, in ns.</summary>
    public ulong SumExecRuntime;
}
