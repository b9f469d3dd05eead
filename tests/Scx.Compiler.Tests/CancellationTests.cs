using System.Diagnostics;

namespace Scx.Compiler.Tests;

/// <summary>Work is stopped wherever it is, and that never shows afterwards.</summary>
public class CancellationTests
{
    const int Rounds = 16;

    /// <summary>At any time, the walk over the ways among them: of the time it takes the most.</summary>
    [Fact]
    public void Stops_at_any_time_and_goes_on_afterwards()
    {
        var project = SchedulerProject.Compile("Flatcg");
        var right = CheckedText.Of(project, cache: null);
        long start = Stopwatch.GetTimestamp();
        CheckedText.Of(project, cache: null);
        var time = Stopwatch.GetElapsedTime(start);
        int stopped = 0;
        // How long it takes differs from run to run: a little more time after each that was stopped, and less after one that was not, down to none.
        for (int round = 0; round < Rounds || stopped == 0; round++)
        {
            var cache = new SchedulerCache();
            using var stop = new CancellationTokenSource(time);
            try
            {
                Assert.Equal(right, CheckedText.Of(SchedulerChecker.Check(project, path => path, stop.Token, cache)));
                time *= 0.5;
            }
            catch (OperationCanceledException)
            {
                stopped++;
                time *= 1.3;
            }
            Assert.Equal(right, CheckedText.Of(project, cache));
        }
    }
}
