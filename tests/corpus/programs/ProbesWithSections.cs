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
        using (Rcu.Read())
            seen++;
        using (Preemption.Disable())
            seen++;
        foreach (int i in Loop.Range(0, 100))
            seen += i;
    }

    [Tracepoint("sched", "sched_wakeup")]
    void OnWakeup()
    {
        at = Now();
        using BpfCpumaskReference? mask = CreateCpumask();
        using TaskReference? task = TaskFromPid(1);
        seen += task?.Pid ?? DsqNrQueued(1);
    }

    [PerfEvent]
    void OnTick()
    {
        at = Now();
        KickCpu(0);
    }

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt)
    {
        using (guard.EnterScope())
            seen++;
        at = Now();
    }

    [FunctionEntry("do_nanosleep")]
    void OnSleep()
    {
        ref Counter counter = ref counters[0];
        using (counter.Lock.EnterScope())
            counter.Count++;
    }
}
