namespace Scx;

/// <summary>Picks of idle CPUs, and what keeps a CPU from becoming idle. The picks need the built-in idle tracking, and claim the CPU: no one else gets it from them before it has been idle again.</summary>
static class IdleCpu
{
    /// <summary>The previous CPU of a task if it is idle, for its warm caches, or else any idle one that the task may use.</summary>
    /// <param name="p">The task.</param>
    /// <param name="prevCpu">CPU on which it last ran.</param>
    /// <returns>Id of the CPU, or -EBUSY if none is idle.</returns>
    public static int Claim(TaskStruct p, int prevCpu) =>
        Scheduler.TestAndClearCpuIdle(prevCpu) ? prevCpu : Scheduler.PickIdleCpu(p.CpusPtr);

    /// <summary>An idle CPU that a task may use, one all of whose SMT siblings are idle too if there is such a one.</summary>
    /// <param name="p">The task.</param>
    /// <returns>Id of the CPU, or -EBUSY if none is idle.</returns>
    public static int ClaimCoreFirst(TaskStruct p)
    {
        int cpu = Scheduler.PickIdleCpu(p.CpusPtr, PickIdleFlags.Core);
        return cpu >= 0 ? cpu : Scheduler.PickIdleCpu(p.CpusPtr);
    }

    /// <summary>
    /// Has a CPU ask once more for a task, for <see cref="Scheduler.Enqueue"/> of a scheduler with <see cref="OpsFlags.EnqLast"/>: with <see cref="EnqFlags.Last"/> the CPU
    /// has already found nothing else, and goes idle whatever becomes of the task, even if that goes to the CPU's own queue (put_prev_task_scx() in
    /// kernel/sched/ext.c, 6.16). Without this, the task would wait for what wakes the CPU by chance.
    /// </summary>
    /// <param name="p">The task.</param>
    /// <param name="enqFlags">The flags that it is enqueued with.</param>
    public static void LookAgain(TaskStruct p, EnqFlags enqFlags)
    {
        if ((enqFlags & EnqFlags.Last) != 0)
            Scheduler.KickCpu(Scheduler.TaskCpu(p));
    }
}
