namespace WakeLatencyExample;

/// <summary>
/// How long tasks wait from being woken until they run, whatever schedules them: programs at two tracepoints, and nothing that schedules.
/// <c>scx-run wake_latency.bpf.o</c> prints it each second until Ctrl-C.
/// </summary>
[BpfObject("wake_latency")]
public sealed class WakeLatency
{
    const ulong Microsecond = 1000, Millisecond = 1000 * Microsecond;

    /// <summary>How many waits were how long.</summary>
    struct Waits
    {
        public ulong Under10Us, Under100Us, Under1Ms, Under10Ms, Longer;
    }

    [Tunable("Look at the threads of this process only; 0 for all")]
    readonly int process;

    [Stat("Waits from being woken to running, by their length")]
    readonly PerCpu<Waits> waits = new();

    // When a task was woken, in ns; 0 once it has run.
    readonly TaskStorage<ulong> woken = new();

    [TracepointBtf("sched_wakeup")]
    void OnWakeup(TaskStruct p) => Woken(p);

    [TracepointBtf("sched_wakeup_new")]
    void OnFirstWakeup(TaskStruct p) => Woken(p);

    void Woken(TaskStruct p)
    {
        if ((process == 0 || p.Tgid == process) && woken.GetOrCreate(p) is { } since)
            since.Value = Scheduler.KtimeGetNs();
    }

    [TracepointBtf("sched_switch")]
    void OnSwitch(bool preempt, TaskStruct prev, TaskStruct next)
    {
        if (woken.Find(next) is not { } since || since.Value == 0)
            return;
        ulong waited = Scheduler.KtimeGetNs() - since.Value;
        since.Value = 0;
        ref Waits here = ref waits.Value;
        switch (waited)
        {
            case < 10 * Microsecond: here.Under10Us++; break;
            case < 100 * Microsecond: here.Under100Us++; break;
            case < Millisecond: here.Under1Ms++; break;
            case < 10 * Millisecond: here.Under10Ms++; break;
            default: here.Longer++; break;
        }
    }
}
