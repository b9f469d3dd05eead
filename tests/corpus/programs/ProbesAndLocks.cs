public struct Counter
{
    public BpfSpinLock Lock;
    public int Count;
}

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<Counter> counters = new(1);
    BpfSpinLock guard;
    ulong at;
    int seen;

    [KernelProbe("do_exit")]
    void OnExit()
    {
        at = Now(); //~ SCX4001
        seen = DsqNrQueued(1); //~ SCX4001
        Kick(); //~ SCX4001
        seen += counters[0].Count; //~ SCX4001
    }

    [KernelReturnProbe("do_nanosleep")]
    void OnSlept(int result)
    {
        TaskReference? task = TaskFromPid(1); //~ SCX4001
        seen += task?.Pid ?? result;
        task?.Dispose(); //~ SCX4001
    }

    [Tracepoint("sched", "sched_wakeup")]
    void OnWakeup()
    {
        using (guard.EnterScope()) //~ SCX4001
            seen++;
    }

    [PerfEvent]
    void OnTick()
    {
        ref Counter counter = ref counters[0]; //~ SCX4001
        using (counter.Lock.EnterScope())
            counter.Count++;
    }

    static void Kick() => KickCpu(0);
}
