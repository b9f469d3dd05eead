using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler;

namespace Scx.AnalysisSpeed;

/// <summary>How long the front end and the analysis take for one compilation.</summary>
/// <param name="Median">Wall time, ms.</param>
/// <param name="Processor">The least processor time of the process, ms.</param>
readonly record struct Measurement(double Median, double Processor)
{
    /// <summary>Measures a warm process.</summary>
    /// <param name="next">A compilation of its own for each round.</param>
    /// <param name="cached">Whether what one round has shown is kept for the next, as in an editor.</param>
    /// <param name="warming">How many rounds come before those that are measured.</param>
    /// <param name="rounds">How many are measured.</param>
    public static Measurement Of(Func<int, CSharpCompilation> next, bool cached, int warming, int rounds)
    {
        var cache = cached ? new SchedulerCache() : null;
        var walls = new List<double>();
        double least = double.MaxValue;
        for (int round = 0; round < warming + rounds; round++)
        {
            var compilation = next(round);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            SchedulerChecker.Check(compilation, path => path, CancellationToken.None, cache);
            double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            double used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds;
            if (round < warming)
                continue;
            walls.Add(wall);
            least = Math.Min(least, used);
        }
        walls.Sort();
        return new Measurement(walls[walls.Count / 2], least);
    }
}
