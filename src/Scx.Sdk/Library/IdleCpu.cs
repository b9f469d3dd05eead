namespace Scx;

/// <summary>Picks of idle CPUs. All need the built-in idle tracking, and claim the CPU: no one else gets it from them before it has been idle again.</summary>
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
}
