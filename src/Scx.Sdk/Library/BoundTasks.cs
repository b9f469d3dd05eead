namespace Scx;

/// <summary>
/// Tasks that may run on one CPU only. When that goes offline, the kernel asks for no more tasks for it, first waits until nobody reads any more what RCU protects,
/// calls <see cref="Scheduler.CpuOffline"/>, and then waits until the CPU has no task left (sched_cpu_deactivate() in kernel/sched/core.c; balance_one() in
/// kernel/sched/ext.c, 6.16). What waits for the CPU in a queue of the scheduler's own must not keep it from either. From 7.3 on, the kernel sees to it itself.
/// </summary>
static class BoundTasks
{
    /// <summary>
    /// Whether a task must not wait in a queue of the scheduler's own, but goes to <see cref="Dsq.Local"/>: the kernel may not come to the end of its first wait
    /// before the task has run, as it was preempted while it read, or is a thread of the kernel, which may have to tell that all others have read.
    /// </summary>
    /// <param name="p">The task.</param>
    public static bool MustNotWait(TaskStruct p) =>
        p.NrCpusAllowed == 1 && ((p.Flags & TaskFlags.KernelThread) != 0 || p.RcuReadLockNesting != 0);

    /// <summary>
    /// Hands the kernel those that wait for a CPU that goes offline, for <see cref="Scheduler.CpuOffline"/>; without this both wait, until the watchdog ends the
    /// scheduler. From its own global queue the kernel serves such a CPU too, and then moves the tasks to another, as it does with what is bound to a CPU that goes.
    /// </summary>
    /// <param name="queue">Id of the queue.</param>
    /// <param name="cpu">Id of the CPU.</param>
    public static void HandOver(ulong queue, int cpu)
    {
        var waiting = Scheduler.DsqTasks(queue);
        foreach (TaskStruct p in waiting)
        {
            if (p.NrCpusAllowed == 1 && Scheduler.TaskCpu(p) == cpu)
                waiting.Move(p, Dsq.Global);
        }
    }
}
