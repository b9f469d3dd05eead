using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method run at a steady rate on each CPU, whatever runs there (<c>SEC("perf_event")</c>): a sampling profiler's tick. The method
/// has no parameters. Attached while the scheduler is.
/// </summary>
public sealed class PerfEventAttribute : ProgramAttribute
{
    /// <summary>Calls each second on each CPU.</summary>
    public uint Frequency { get; set; } = 100;
}
