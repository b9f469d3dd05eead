namespace Scx;

/// <summary>
/// The CPU that goes offline, and what a scheduler owes it. The kernel asks for no more tasks for it, first waits until nobody reads any more what RCU protects, calls
/// <see cref="Scheduler.CpuOffline"/> on it, and then waits until its run queue is empty (sched_cpu_deactivate() and sched_cpu_wait_empty() in kernel/sched/core.c;
/// balance_one() in kernel/sched/ext.c, 6.16). A task that waits in a queue of the scheduler's own counts in the run queue of the CPU that it was on last.
/// <code>
/// readonly ArrayMap&lt;DepartingCpu&gt; departing = new(1);
///
/// public override int Init() => DepartingCpu.Prepare(departing);
/// public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu);
/// </code>
/// </summary>
struct DepartingCpu
{
    const ulong IntervalNs = 10_000_000;

    // A CPU may also stay, if the switch is called off: after a minute nobody waits any more, as the watchdog's limit is at most half of that.
    const int MostKicks = 6_000;

    // What it still may ask for once it is offline; a second is more than it takes to be gone.
    const int LastTurns = 100;

    const uint None = uint.MaxValue;

    // CPUs go one at a time (cpus_write_lock() in kernel/cpu.c), so there is but one.
    BpfTimer timer;

    // Its id, or None.
    uint id;
    int kicks;
    int turns;
    bool owesKicks;

    /// <summary>Makes the map ready, for <see cref="Scheduler.Init"/>.</summary>
    /// <param name="departing">A map with one entry.</param>
    /// <returns>0, or a negative errno: see <see cref="BpfTimer.Init"/>.</returns>
    public static int Prepare(ArrayMap<DepartingCpu> departing)
    {
        departing[0].id = None;
        return departing[0].timer.Init(departing, Tend);
    }

    /// <summary>
    /// Lets a CPU go, for <see cref="Scheduler.CpuOffline"/>: wakes it until it is offline. Without this it may never go. The kernel looks whether the run queue is
    /// empty only when the CPU switches from one task to another (balance_push() in kernel/sched/core.c, 6.18); when another CPU takes the last of the tasks
    /// while this one idles, nobody tells it.
    /// </summary>
    /// <param name="departing">The map.</param>
    /// <param name="cpu">Id of the CPU.</param>
    public static void LetGo(ArrayMap<DepartingCpu> departing, int cpu)
    {
        ref DepartingCpu entry = ref departing[0];
        entry.id = (uint)cpu;
        (entry.kicks, entry.turns) = (0, 0);
        entry.timer.Start(IntervalNs);
    }

    /// <summary>
    /// Lets a CPU go as <see cref="LetGo(ArrayMap{DepartingCpu}, int)"/> does, and hands the kernel those that wait in a queue and may run there only; without this
    /// both wait, until the watchdog ends the scheduler. From its own global queue the kernel serves such a CPU too, and then moves the tasks to another, as it
    /// does with what is bound to a CPU that goes.
    /// </summary>
    /// <param name="departing">The map.</param>
    /// <param name="cpu">Id of the CPU.</param>
    /// <param name="queue">Id of the queue.</param>
    public static void LetGo(ArrayMap<DepartingCpu> departing, int cpu, ulong queue)
    {
        var waiting = Scheduler.DsqTasks(queue);
        foreach (TaskStruct p in waiting)
        {
            if (p.NrCpusAllowed == 1 && Scheduler.TaskCpu(p) == cpu)
                waiting.Move(p, Dsq.Global);
        }
        LetGo(departing, cpu);
    }

    /// <summary>
    /// Whether a task must not wait in a queue of the scheduler's own, but goes to <see cref="Dsq.Local"/>: the kernel may not come to the end of its first wait
    /// before the task has run, as it was preempted while it read, or is a thread of the kernel, which may have to tell that all others have read. Never from 7.3
    /// on, which asks for tasks for such a CPU too as long as it waits.
    /// </summary>
    /// <param name="p">The task.</param>
    public static bool MustNotWait(TaskStruct p) =>
        !AsksForAllCpus && p.NrCpusAllowed == 1 && ((p.Flags & TaskFlags.KernelThread) != 0 || IsReading(p));

    static bool IsReading(TaskStruct p) => p.RcuReadLockNesting switch
    {
        0 => false,
        // The kernel reads itself while it calls a scheduler (rcu_read_lock() in __bpf_prog_enter(), kernel/bpf/trampoline.c), on behalf of whatever task is running.
        1 => Scheduler.GetCurrentTask().Pid != p.Pid,
        _ => true,
    };

    // dispatch_one() in kernel/sched/ext/ext.c, 7.3, does not mind any more whether the CPU is online. Nothing tells but what came with the same version.
    static bool AsksForAllCpus => Kernel.Has(EnqFlags.Rescue);

    /// <summary>
    /// Kicks a CPU as <see cref="Scheduler.KickCpu"/> does, also from callbacks that run on a CPU which is all but gone: wake-ups do (cpu_stop_signal_done() in
    /// kernel/stop_machine.c), and from 7.3 on <see cref="Scheduler.Dispatch"/>. The kernel kicks by an interrupt that the CPU sends itself (irq_work_queue() in
    /// kernel/irq_work.c), and to such a CPU none comes any more. Worse, once it is back the kernel believes that interrupt to be on its way: neither kicks nor anything
    /// else that is done so (the end of a grace period of RCU tasks, waking whoever waits for a ring buffer) happens on that CPU until it goes offline again, and
    /// that may wait for just this. So as long as a CPU goes all are kicked instead of the one that it asks for, by the timer, within 10 ms.
    /// </summary>
    /// <param name="departing">The map.</param>
    /// <param name="cpu">Id of the CPU.</param>
    /// <param name="flags">How.</param>
    public static void Kick(ArrayMap<DepartingCpu> departing, int cpu, KickFlags flags = KickFlags.None)
    {
        uint here = Scheduler.GetSmpProcessorId();
        ref DepartingCpu entry = ref departing[0];
        if (entry.id == here)
            entry.owesKicks = true;
        else
            Scheduler.KickCpu(cpu, flags);
    }

    static bool IsOnline(int cpu)
    {
        using var online = Scheduler.GetOnlineCpumask();
        return online.Test(cpu);
    }

    static void Tend(in uint key, ref DepartingCpu entry)
    {
        int cpu = (int)entry.id;
        bool isOnline = IsOnline(cpu);
        bool isBack = isOnline && entry.turns > 0;
        bool ends = isBack || (isOnline ? entry.kicks++ >= MostKicks : entry.turns++ >= LastTurns);
        if (ends)
            entry.id = None;
        if (entry.owesKicks)
            entry.KickAll();
        if (ends)
            return;
        if (isOnline)
            Scheduler.KickCpu(cpu, KickFlags.Idle);
        entry.timer.Start(IntervalNs);
    }

    void KickAll()
    {
        owesKicks = false;
        using var online = Scheduler.GetOnlineCpumask();
        foreach (int cpu in online.Cpus(Scheduler.NrCpuIds()))
            Scheduler.KickCpu(cpu, KickFlags.Preempt);
    }
}
