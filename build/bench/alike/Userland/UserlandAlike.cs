// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Bench;

/// <summary>
/// Does what the kernel half of scx_userland does in Linux 7.3, step by step, so that what the compiler makes of it can be compared with what clang makes of that. It has
/// no user half and is not to be run: <c>schedulers/Userland</c> is.
/// </summary>
[SchedExtOps("userlandalike", Flags = OpsFlags.EnqLast | OpsFlags.KeepBuiltinIdle, DispatchMaxBatch = QueueLength + 1)]
public sealed class UserlandAlike : Scheduler
{
    // As many as the loop of Dispatch may insert. The original leaves DispatchMaxBatch at 32, and the kernel ends it where it inserts more; no instruction depends on it.
    const uint QueueLength = 4096;

    const int NoSuchTask = -3;
    const int NoMemory = -12;
    const int Invalid = -22;

    [Tunable("Process id of the user half")]
    readonly int userPid;

    [Tunable("Number of CPUs")]
    readonly uint possibleCpus = 64;

    readonly QueueMap<QueuedTask> enqueued = new(QueueLength);
    readonly QueueMap<int> dispatched = new(QueueLength);
    readonly TaskStorage<TaskState> tasks = new();

    ulong kernelEnqueues, userEnqueues, failedEnqueues;

    /// <summary>Tasks that a user half has yet to take out of its queue; both numbers are its own.</summary>
    internal ulong queued = 0;

    /// <summary>Tasks that a user half has taken and not sent back.</summary>
    internal ulong scheduled = 0;

    // A flag: 0 or 1.
    uint userNeeded;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        if (!StaysInKernel(p))
            return prevCpu;
        if (tasks.Find(p) is not { } task)
        {
            Error($"{p.Comm} has no state when it wakes");
            return NoSuchTask;
        }
        if (p.NrCpusAllowed == 1 || TestAndClearCpuIdle(prevCpu))
        {
            task.Value.StaysLocal = true;
            return prevCpu;
        }
        int cpu = PickIdleCpu(p.CpusPtr);
        if (cpu < 0)
            return prevCpu;
        task.Value.StaysLocal = true;
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (!StaysInKernel(p))
        {
            if (p.Pid != userPid)
                SendAway(p, enqFlags);
            return;
        }
        if (tasks.Find(p) is not { } task)
        {
            Error($"{p.Comm} has no state");
            return;
        }
        ulong queue = task.Value.StaysLocal ? Dsq.Local : Dsq.Global;
        task.Value.StaysLocal = false;
        DsqInsert(p, queue, Slice.Default, enqFlags);
        Relaxed.Increment(ref kernelEnqueues);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (Interlocked.And(ref userNeeded, 0) == 1)
            DispatchUserHalf();

        foreach (int _ in Loop.Range(0, (int)QueueLength))
        {
            if (!dispatched.TryPop(out int pid))
                break;
            using TaskReference? p = TaskFromPid(pid);
            if (p is not null)
                DsqInsert(p, Dsq.Global, Slice.Default);
        }
    }

    /// <inheritdoc/>
    public override void UpdateIdle(int cpu, bool idle)
    {
        if (!idle || (Volatile.Read(ref queued) == 0 && Volatile.Read(ref scheduled) == 0))
            return;
        AskUserHalf();
        KickCpu(cpu);
    }

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args) => tasks.GetOrCreate(p) is null ? NoMemory : 0;

    /// <inheritdoc/>
    public override int Init()
    {
        if (possibleCpus == 0)
        {
            Error($"the number of CPUs is {possibleCpus}");
            return Invalid;
        }
        if (userPid <= 0)
        {
            Error($"the user half's pid is {userPid}");
            return Invalid;
        }
        return 0;
    }

    bool StaysInKernel(TaskStruct p) => (uint)p.NrCpusAllowed < possibleCpus;

    void AskUserHalf() => Interlocked.Or(ref userNeeded, 1);

    void SendAway(TaskStruct p, EnqFlags enqFlags)
    {
        var task = new QueuedTask { Pid = p.Pid, SumExecRuntime = p.Se.SumExecRuntime, Weight = p.Scx.Weight };
        if (enqueued.Push(task) != 0)
        {
            Relaxed.Increment(ref failedEnqueues);
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        }
        else
        {
            Relaxed.Increment(ref userEnqueues);
            AskUserHalf();
        }
    }

    void DispatchUserHalf()
    {
        using TaskReference? user = TaskFromPid(userPid);
        if (user is null)
            Error($"there is no task {userPid}");
        else
            DsqInsert(user, Dsq.Global, Slice.Default);
    }
}
