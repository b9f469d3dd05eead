namespace Scx.Scenarios;

/// <summary>A question put to the running scheduler, and its answer.</summary>
public struct Question
{
    public int Pid;
    public uint Factor;
    public ulong Switches;
    public int CreatedQueue;
}

/// <summary>A scheduler with a program of each kind beside its callbacks.</summary>
[SchedExtOps("programs")]
public sealed class Programs : Scheduler
{
    // /sys/kernel/tracing/events/sched/sched_wakeup/format, from byte 8 on.
    public struct WakeupRecord
    {
        public ulong Name0, Name1;
        public int Pid;
        public int Priority;
        public int Cpu;
    }

    ulong switches, wakeups, slept, awoke, probed, returned, ticks, enqueues;
    int lastResult;
    ulong lastTimer;
    bool sawTimer;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        enqueues++;
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    [SyscallProgram]
    int Reset()
    {
        switches = 0;
        return 42;
    }

    [SyscallProgram]
    int Ask(ref Question question)
    {
        question.Switches = switches;
        question.Factor *= 2;
        question.Pid++;
        // Only programs that may sleep can.
        question.CreatedQueue = CreateDsq(17);
        return -5;
    }

    [SyscallProgram]
    void Count(out ulong seen) => seen = switches;

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        if (prev.Pid != next.Pid)
            switches++;
    }

    [Tracepoint("sched", "sched_wakeup")]
    void OnWakeup(in WakeupRecord record)
    {
        if (record.Pid > 0 && record.Cpu >= 0)
            wakeups++;
    }

    [FunctionEntry("do_nanosleep")]
    void OnSleep(ulong timer, int mode)
    {
        slept++;
        if (mode >= 0)
            lastTimer = timer;
    }

    [FunctionExit("do_nanosleep")]
    void OnSlept(ulong timer, int mode, int result)
    {
        awoke++;
        lastResult = result;
    }

    [KernelProbe("do_nanosleep")]
    void OnProbe(ulong timer)
    {
        probed++;
        // On the kernel's stack.
        sawTimer |= (long)timer < 0;
    }

    [KernelReturnProbe("do_nanosleep")]
    void OnReturn(int result)
    {
        if (result == 0)
            returned++;
    }

    [PerfEvent(Frequency = 50)]
    void OnTick() => ticks++;
}
