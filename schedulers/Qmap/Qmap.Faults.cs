// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Mistakes on purpose, to see the kernel deal with them.</summary>
public sealed partial class Qmap
{
    const int Kthreadd = 2;

    [Tunable("Lose every n-th user task; 0 for none")]
    readonly uint stallUserNth;

    [Tunable("Lose every n-th kernel thread; 0 for none")]
    readonly uint stallKernelNth;

    [Tunable("Dispatch without end after so many tasks; 0 for never")]
    readonly uint loopAfter;

    [Tunable("End with an error after so many tasks; 0 for never")]
    readonly uint errorAfter;

    uint enqueues;
    uint userTasks;
    uint kernelThreads;
    ulong dispatched;

    // The task that was lost last.
    int lostPid;

    void FailIfTold()
    {
        if (errorAfter != 0 && ++enqueues == errorAfter)
            Error("an error was asked for");
    }

    bool LosesTask(TaskStruct p) => (p.Flags & TaskFlags.KernelThread) != 0
        ? stallKernelNth != 0 && ++kernelThreads % stallKernelNth == 0
        : stallUserNth != 0 && ++userTasks % stallUserNth == 0;

    /// <summary>Dispatches a thread that sleeps most of the time, upon which the kernel calls again, as nothing came of it.</summary>
    bool DispatchesForever()
    {
        if (loopAfter == 0 || dispatched <= loopAfter)
            return false;
        using TaskReference? p = TaskFromPid(Kthreadd);
        if (p is null)
            return false;
        DsqInsert(p, Dsq.Local, sliceNs);
        return true;
    }
}
