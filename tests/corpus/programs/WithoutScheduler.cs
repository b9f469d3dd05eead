[BpfObject("wakeups", MinimumKernel = "6.16")]
public sealed class Wakeups
{
    [Tunable("Of this process only; 0 for all")]
    readonly int process;

    [Stat("Wake-ups")]
    readonly PerCpu<ulong> wakeups = new();

    readonly TaskStorage<ulong> woken = new();
    ulong asked;

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(TaskStruct p)
    {
        if (process != 0 && p.Tgid != process)
            return;
        wakeups.Value++;
        if (woken.GetOrCreate(p) is { } since)
            since.Value = Scheduler.Now();
    }

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next) =>
        Scheduler.DsqInsert(next, Dsq.Local, Slice.Default); //~ SCX4001

    [SyscallProgram]
    int Ask() => (int)asked++;
}
