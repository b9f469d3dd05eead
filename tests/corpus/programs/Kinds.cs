public struct Question
{
    public int Pid;
    public ulong Answer;
}

public struct WakeupRecord
{
    public ulong Name0, Name1;
    public int Pid;
}

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong count;

    [SyscallProgram] void Reset() => count = 0;

    [SyscallProgram] int Ask(ref Question question)
    {
        question.Answer = count;
        return CreateDsq((ulong)question.Pid);
    }

    [SyscallProgram] static int Tell(in Question question) => question.Pid;

    [SyscallProgram] void Count(out ulong seen) => seen = count;

    [TracepointBtf("sched_switch")] void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next, uint state) => count += state;

    [FunctionEntry("do_nanosleep")] void OnSleep() => count++;

    [FunctionExit("do_nanosleep")] void OnSlept(ulong timer, int mode, int result) => count += (ulong)result;

    [KernelProbe("do_nanosleep")] void OnProbe(ulong timer) => count += timer;

    [KernelReturnProbe("do_nanosleep")] void OnReturn(int result) => count += (ulong)result;

    [Tracepoint("sched", "sched_wakeup")] void OnWakeup(in WakeupRecord record) => count += (ulong)record.Pid;

    [PerfEvent(Frequency = 10)] void OnTick() => count++;
}
