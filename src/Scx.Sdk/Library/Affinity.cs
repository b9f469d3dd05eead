namespace Scx;

/// <summary>Where a task may run.</summary>
static class Affinity
{
    /// <summary>
    /// Whether a task may run on a CPU now. <see cref="TaskStruct.CpusPtr"/> alone does not tell while the task is in a section in which it may not
    /// change its CPU.
    /// </summary>
    /// <param name="p">The task.</param>
    /// <param name="cpu">Id of the CPU.</param>
    public static bool CanRunOn(TaskStruct p, int cpu) =>
        p.CpusPtr.Test(cpu) && (!IsMigrationDisabled(p) || Scheduler.TaskCpu(p) == cpu);

    /// <summary>Whether a task is in a section in which it may not change its CPU.</summary>
    /// <param name="p">The task.</param>
    public static bool IsMigrationDisabled(TaskStruct p) => p.MigrationDisabled switch
    {
        0 => false,
        // The kernel enters such a section before it calls a scheduler, on behalf of whatever task is running.
        1 => Scheduler.GetCurrentTask().Pid != p.Pid,
        _ => true,
    };
}
