// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// The kernel half of a scheduler whose decisions are made in user space. Each user task that becomes runnable is sent there through one queue
/// map, and comes back through another when it is its turn.
/// </summary>
[SchedExtOps("toy")]
public sealed class Toy : Scheduler
{
    /// <summary>Tasks that either queue holds; those beyond it are scheduled here.</summary>
    const uint QueueLength = 4096;

    // As many as sched_ext takes from one call of Dispatch unless told otherwise.
    const int DispatchBatch = 32;

    // The user half is runnable all the time. If nothing needs it, it still runs this often, or the watchdog would count it as stalled.
    const ulong HeartbeatNs = 1_000_000_000;

    [Tunable("Process id of the user half")]
    readonly int userPid;

    /// <summary>Runnable tasks, on their way to the user half.</summary>
    internal readonly QueueMap<QueuedTask> enqueued = new(QueueLength);

    /// <summary>Tasks whose turn it is, on their way back.</summary>
    internal readonly QueueMap<QueuedTask> decided = new(QueueLength);

    readonly ArrayMap<DepartingCpu> departing = new(1);

    [Stat("Tasks scheduled here: kernel threads, and the user half's own helper threads")]
    ulong kernelEnqueues;

    [Stat("Tasks sent to the user half")]
    ulong userEnqueues;

    [Stat("Tasks scheduled here because the queue to the user half was full")]
    ulong failedEnqueues;

    bool userNeeded;
    ulong userLastRun;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        // The user half waits until Dispatch finds that it is needed.
        if (p.Pid == userPid)
            return;

        if (RunsWithoutUserHalf(p))
        {
            kernelEnqueues++;
            // A CPU that goes offline waits for what is bound to it, and looks for it in its own queue only.
            DsqInsert(p, p.NrCpusAllowed == 1 ? Dsq.Local : Dsq.Global, Slice.Default, enqFlags);
            return;
        }

        var task = new QueuedTask { Pid = p.Pid };
        if (enqueued.Push(task) != 0)
        {
            failedEnqueues++;
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
            return;
        }
        userEnqueues++;
        userNeeded = true;
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        RunUserHalf();
        for (int i = 0; i < DispatchBatch && DispatchNrSlots() > 0; i++)
        {
            if (!decided.TryPop(out QueuedTask task))
                break;
            RunTask(task.Pid);
        }
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        if (p.Pid == userPid)
            userLastRun = Now();
    }

    /// <inheritdoc/>
    public override int Init() => DepartingCpu.Prepare(departing);

    // CPUs may come and go. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu);

    /// <summary>
    /// A kernel thread may be what the user half itself waits for. So may be its process's other threads: the garbage collector stops the
    /// scheduling thread until they have run.
    /// </summary>
    bool RunsWithoutUserHalf(TaskStruct p) =>
        p.NrCpusAllowed == 1 || (p.Flags & TaskFlags.KernelThread) != 0 || p.Tgid == userPid;

    void RunUserHalf()
    {
        if (!userNeeded && Now() - userLastRun < HeartbeatNs)
            return;
        userNeeded = false;
        RunTask(userPid);
    }

    void RunTask(int pid)
    {
        // Null if it exited meanwhile; the reference is given back on leaving the method.
        using TaskReference? p = TaskFromPid(pid);
        if (p is null)
            return;
        // The global queue, unlike this CPU's own, minds which CPUs the task may run on.
        DsqInsert(p, Dsq.Global, Slice.Default);
        DepartingCpu.Kick(departing, TaskCpu(p), KickFlags.Idle);
    }
}
