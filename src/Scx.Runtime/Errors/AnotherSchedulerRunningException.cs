namespace Scx.Runtime;

/// <summary>A sched_ext scheduler is running already; the kernel has room for one.</summary>
public sealed class AnotherSchedulerRunningException : SchedulerException
{
    internal AnotherSchedulerRunningException(string name) : base(
        $"another sched_ext scheduler is running: {(name.Length == 0 ? "(its name could not be read)" : $"'{name}'")}. End it first; " +
        "if it does not react, the key combination SysRq-S ends it (or: echo S > /proc/sysrq-trigger)") => Name = name;

    /// <summary>Its name, as in <c>/sys/kernel/sched_ext/root/ops</c>.</summary>
    public string Name { get; }
}
