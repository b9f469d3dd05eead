namespace Scx;

/// <summary>Tasks that may run on one CPU only.</summary>
static class BoundTasks
{
    /// <summary>
    /// Hands a CPU that goes offline those that wait for it in a queue of the scheduler's own; for <see cref="Scheduler.CpuOffline"/>. The kernel asks
    /// for no more tasks for that CPU but waits until it has none left: without this both wait, until the watchdog ends the scheduler. From its own
    /// global queue the kernel serves such a CPU too, and then moves the tasks to another, as it does with what is bound to a CPU that goes.
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
