// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// The kernel half of a scheduler whose order is decided in user space. A task that may run anywhere is sent there through one queue map, and
/// comes back through another when it is its turn. Should the user half lag, tasks pass it by, and those that it has are taken back.
/// </summary>
[SchedExtOps("userland", Flags = OpsFlags.EnqLast)]
public sealed class Userland : Scheduler
{
    /// <summary>Tasks that either queue holds; those beyond it are scheduled here.</summary>
    internal const uint QueueLength = 4096;

    // sched_ext takes 32 from one call of Dispatch unless told otherwise; one is kept for the user half.
    const int DispatchBatch = 31;

    // First in, first out, for all that need not wait for their turn, or have it. Not the built-in Dsq.Global: as long as that has something, or the CPU's own queue,
    // the kernel does not call Dispatch, and nobody else would have their turn.
    const ulong ReadyDsq = 0;

    // For so long the user half waits while others are ready. Each time that it runs sooner than need be costs some of the order.
    const ulong LongestWaitNs = 20_000_000;

    const int InvalidArgument = -22;
    const int Exists = -17;

    [Tunable("Process id of the user half")]
    readonly int userPid;

    [Tunable("Nanoseconds for which tasks wait for a user half that does not run")]
    readonly ulong patienceNs = 500_000_000;

    /// <summary>Runnable tasks, on their way to the user half.</summary>
    internal readonly QueueMap<QueuedTask> enqueued = new(QueueLength);

    /// <summary>Pids of tasks whose turn it is, on their way back.</summary>
    internal readonly QueueMap<int> dispatched = new(QueueLength);

    // Pids of the tasks that are on their way to the user half, there, or on their way back; and how many they are.
    readonly HashMap<int, byte> away = new(QueueLength);
    uint awayCount;

    readonly ArrayMap<DepartingCpu> departing = new(1);

    [Stat("Tasks scheduled here: bound to some CPUs, kernel threads, and the user half's own helper threads")]
    readonly PerCpuArray<ulong> kernelEnqueues = new(1);

    [Stat("Tasks sent to the user half")]
    readonly PerCpuArray<ulong> userEnqueues = new(1);

    [Stat("Tasks scheduled here because the queue to the user half was full")]
    readonly PerCpuArray<ulong> failedEnqueues = new(1);

    [Stat("Tasks scheduled here because the user half lagged")]
    readonly PerCpuArray<ulong> laggedEnqueues = new(1);

    [Stat("Tasks taken back because the user half lagged")]
    readonly PerCpuArray<ulong> takenBack = new(1);

    /// <summary>Tasks that the user half knows of and has not sent back yet; it keeps this up to date.</summary>
    internal ulong waiting = 0;

    uint possibleCpus;
    bool userNeeded;

    // Whether it waits here until it is needed. To be made ready it must: a task that runs would only get a slice by it, and not yield the CPU then.
    int userHeld;

    // Since when the user half is needed without having run; 0 if it is not.
    ulong neededSince;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = IdleCpu.Claim(p, prevCpu);
        if (cpu < 0)
            return prevCpu;
        // The others, and the helper threads, go by Enqueue, and the CPU wakes to run the user half.
        if (p.Tgid != userPid && RunsWithoutUserHalf(p))
        {
            kernelEnqueues[0]++;
            DsqInsert(p, Dsq.Local, Slice.Default);
        }
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Pid == userPid)
        {
            UserHalfYields(p, enqFlags);
            return;
        }

        IdleCpu.LookAgain(p, enqFlags);
        // Its helper threads, which take signals and print, may have something to tell it.
        if (p.Tgid == userPid)
            AskUserHalf();
        if (RunsWithoutUserHalf(p))
        {
            kernelEnqueues[0]++;
        }
        else if (UserHalfLags())
        {
            laggedEnqueues[0]++;
            AskUserHalf();
        }
        else
        {
            if (SendAway(p))
            {
                userEnqueues[0]++;
                AskUserHalf();
                return;
            }
            failedEnqueues[0]++;
        }
        DsqInsert(p, DepartingCpu.MustNotWait(p) ? Dsq.Local : ReadyDsq, Slice.Default, enqFlags);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        int count = 0;
        for (; count < DispatchBatch && dispatched.TryPop(out int pid); count++)
        {
            Return(pid);
            MakeReady(pid);
        }

        // What the user half has sent back goes first, and no more is asked for: they would only wait here, in the order in which they came.
        if (!UserHalfWaits() && DsqMoveToLocal(ReadyDsq))
            return;

        // The user half sends back few tasks at a time; a CPU that finds none has it send more.
        if (count == 0 && awayCount > 0)
        {
            AskUserHalf();
            if (UserHalfLags())
                TakeBack();
        }
        if (userNeeded && Interlocked.Exchange(ref userHeld, 0) != 0)
        {
            userNeeded = false;
            MakeReady(userPid, EnqFlags.Head);
        }
        if (!DsqMoveToLocal(ReadyDsq) && prev is not null && prev.Scx.Flags.HasFlag(SchedExtTaskFlags.Queued) && GoesOn(prev))
            prev.Scx.Slice = Slice.Default;
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        if (p.Pid == userPid)
            neededSince = 0;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        using var possible = GetPossibleCpumask();
        possibleCpus = possible.Weight();
        if (userPid <= 0)
            return InvalidArgument;
        int status = CreateDsq(ReadyDsq);
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    // CPUs may come and go. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu, ReadyDsq);

    /// <summary>
    /// Of a task that is bound to some CPUs, the user half does not know which. A kernel thread may be what it waits for itself; so may be
    /// the other threads of its process, for which the garbage collector stops it.
    /// </summary>
    bool RunsWithoutUserHalf(TaskStruct p) =>
        p.NrCpusAllowed < possibleCpus || (p.Flags & TaskFlags.KernelThread) != 0 || p.Tgid == userPid;

    /// <summary>Whether a task keeps the CPU for which there is nothing else: the user half if it is needed, others if nobody waits for it to decide.</summary>
    bool GoesOn(TaskStruct p)
    {
        if (p.Pid != userPid)
            return awayCount == 0 || RunsWithoutUserHalf(p);
        if (!userNeeded)
            return false;
        userNeeded = false;
        neededSince = 0;
        return true;
    }

    /// <summary>
    /// The user half yields after each round and waits until it is needed, which it may be at once: a task came meanwhile, or it has more to send back. A CPU that
    /// became idle without one is woken for them.
    /// </summary>
    void UserHalfYields(TaskStruct p, EnqFlags enqFlags)
    {
        userNeeded = false;
        neededSince = 0;
        userHeld = 1;
        int idle = waiting > 0 ? PickIdleCpu(p.CpusPtr) : -1;
        if (idle >= 0)
            DepartingCpu.Kick(departing, idle);
        if (waiting > 0 || (enqFlags & EnqFlags.Wakeup) != 0 || enqueued.TryPeek(out _))
        {
            AskUserHalf();
            IdleCpu.LookAgain(p, enqFlags);
        }
    }

    bool SendAway(TaskStruct p)
    {
        // It is there already if it went away and left its queue since, as on a change of its CPUs.
        int added = away.Update(p.Pid, 1, MapUpdateFlags.NoExist);
        if (added == 0)
            Interlocked.Increment(ref awayCount);
        else if (added != Exists)
            return false;
        if (enqueued.Push(new QueuedTask { Pid = p.Pid, Weight = p.Scx.Weight, SumExecRuntime = p.Se.SumExecRuntime }) == 0)
            return true;
        Return(p.Pid);
        return false;
    }

    void Return(int pid)
    {
        if (away.Delete(pid) == 0)
            Interlocked.Decrement(ref awayCount);
    }

    /// <summary>Runs tasks that the user half should have sent back. If it does so later on, they are not in the queue any more, or it is their turn again.</summary>
    void TakeBack()
    {
        int count = 0;
        away.ForEach((in pid, ref _, ref count) =>
        {
            Return(pid);
            MakeReady(pid);
            takenBack[0]++;
            return ++count < DispatchBatch ? LoopStep.Continue : LoopStep.Break;
        }, ref count);
    }

    void AskUserHalf()
    {
        userNeeded = true;
        if (neededSince == 0)
            neededSince = Now();
    }

    // Tasks bound to the CPUs, of which there is always one ready, would never let it run.
    bool UserHalfWaits() => userNeeded && neededSince != 0 && Now() - neededSince > LongestWaitNs;

    bool UserHalfLags() => neededSince != 0 && Now() - neededSince > patienceNs;

    void MakeReady(int pid, EnqFlags place = default)
    {
        // Null if it exited meanwhile; the reference is given back on leaving the method.
        using TaskReference? p = TaskFromPid(pid);
        if (p is null)
            return;
        DsqInsert(p, ReadyDsq, Slice.Default, place);
        DepartingCpu.Kick(departing, TaskCpu(p), KickFlags.Idle);
    }
}
