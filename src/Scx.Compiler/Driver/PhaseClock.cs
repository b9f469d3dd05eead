using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Scx.Compiler.Driver;

/// <summary>Where the time goes; <c>--time</c> prints it.</summary>
internal sealed class PhaseClock
{
    readonly List<(string Name, TimeSpan Took)> phases = [];
    long mark = Stopwatch.GetTimestamp();

    /// <summary>Says that what ran since the last call was this phase.</summary>
    public void Completed(string phase)
    {
        long now = Stopwatch.GetTimestamp();
        phases.Add((phase, Stopwatch.GetElapsedTime(mark, now)));
        mark = now;
    }

    public void Print(TextWriter to)
    {
        using var process = Process.GetCurrentProcess();
        var total = DateTime.Now - process.StartTime;
        var measured = phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Took);
        foreach (var (name, took) in phases.Prepend(("start", total - measured)).Append(("total", total)))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} {took.TotalMilliseconds,7:F1} ms"));
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"processor",-12} {process.TotalProcessorTime.TotalMilliseconds,7:F1} ms, {JitInfo.GetCompiledMethodCount()} methods compiled just in time in {JitInfo.GetCompilationTime().TotalMilliseconds:F1} ms"));
    }
}
