using System.Diagnostics;

namespace Scx.Compiler.Tests;

/// <summary>Work is stopped wherever it is, and that never shows afterwards.</summary>
public class CancellationTests
{
    // Of the time that the whole takes.
    const int Parts = 8;

    /// <summary>At any time, the walk over the ways among them: of the whole it takes the most.</summary>
    [Fact]
    public void Stops_at_any_time_and_goes_on_afterwards()
    {
        var project = SchedulerProject.Compile("Flatcg");
        var right = CheckedText.Of(project, cache: null);
        long start = Stopwatch.GetTimestamp();
        CheckedText.Of(project, cache: null);
        var whole = Stopwatch.GetElapsedTime(start);
        int stopped = 0;
        for (int part = 1; part <= Parts || (stopped == 0 && part < 10 * Parts); part++)
        {
            var cache = new SchedulerCache();
            using var stop = new CancellationTokenSource(whole * (1 + part % (Parts - 1)) / Parts);
            try
            {
                Assert.Equal(right, CheckedText.Of(SchedulerChecker.Check(project, path => path, stop.Token, cache)));
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            Assert.Equal(right, CheckedText.Of(project, cache));
        }
        Assert.NotEqual(0, stopped);
    }
}
