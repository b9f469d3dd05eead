namespace Scx;

/// <summary>
/// What a scheduler owes a CPU that goes offline. The kernel asks for no more tasks for it, first waits until nobody reads any more what RCU protects, calls
/// <see cref="Scheduler.CpuOffline"/> on it, and then waits until its run queue is empty (sched_cpu_deactivate() and sched_cpu_wait_empty() in kernel/sched/core.c;
/// balance_one() in kernel/sched/ext.c, 6.16). A task that waits in a queue of the scheduler's own counts in the run queue of the CPU that it was on.
/// </summary>
static class CpuHotplug
{
    /// <summary>
    /// Whether a task must not wait in a queue of the scheduler's own, but goes to <see cref="Dsq.Local"/>: the kernel may not come to the end of its first wait
    /// before the task has run, as it was preempted while it read, or is a thread of the kernel, which may have to tell that all others have read. From 7.3 on,
    /// the kernel sees to it itself.
    /// </summary>
    /// <param name="p">The task.</param>
    public static bool MustNotWait(TaskStruct p) =>
        p.NrCpusAllowed == 1 && ((p.Flags & TaskFlags.KernelThread) != 0 || p.RcuReadLockNesting != 0);

    /// <summary>
    /// Hands the kernel those tasks in a queue that the CPU's run queue counts, for <see cref="Scheduler.CpuOffline"/>. Without this the CPU may never go: nobody takes
    /// those that are bound to it; and when another CPU takes the last of the others while this one idles, nobody tells the kernel, which looks only when the CPU
    /// switches from one task to the next (balance_push() in kernel/sched/core.c, 6.18). From its own global queue the kernel serves also a CPU that goes, and
    /// then moves the tasks to others.
    /// </summary>
    /// <param name="queue">Id of the queue.</param>
    /// <param name="cpu">Id of the CPU.</param>
    public static void HandOver(ulong queue, int cpu)
    {
        var waiting = Scheduler.DsqTasks(queue);
        foreach (TaskStruct p in waiting)
        {
            if (Scheduler.TaskCpu(p) == cpu)
                waiting.Move(p, Dsq.Global);
        }
    }
}
