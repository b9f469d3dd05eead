using Scx.Compiler.Analysis;

namespace Scx.Compiler.Tests;

/// <summary>What the analysis keeps for the next time: no less work than is needed, and never a wrong answer.</summary>
public class AnalysisCacheTests
{
    const string Source = """
        [SchedExtOps("t")]
        public sealed class T : Scheduler
        {
            ulong total;
            readonly HashMap<int, ulong> counts = new(64);

            public override void Running(TaskStruct p)
            {
                counts.Find(p.Pid).Value++;
            }

            public override void Tick(TaskStruct p)
            {
                total++;
            }

            public override void Stopping(TaskStruct p, bool runnable) => Count(p);

            void Count(TaskStruct p) => total += p.Scx.Slice;
        }
        """;

    [Fact]
    public void Programs_that_are_as_before_are_not_walked_again()
    {
        var cache = new AnalysisCache();
        var first = Check(Source, cache);
        Assert.Equal(0, cache.Hits);
        Assert.Equal(first, Check(Source, cache));
        int all = cache.Hits;
        Assert.Equal(4, all);

        Check(Source.Replace("total++", "total += 2"), cache);
        Assert.Equal(all + 3, cache.Hits);
        Check(Source.Replace("p.Scx.Slice", "p.Scx.DsqVtime"), cache);
        Assert.Equal(all + 6, cache.Hits);
    }

    [Theory]
    [InlineData("total++", "counts.Find(1).Value++")]
    [InlineData("ulong total;", "ulong total;\n")]
    [InlineData("counts.Find(p.Pid).Value++", "if (counts.Find(p.Pid) is { } count) count.Value++")]
    [InlineData("            counts.Find", "                counts.Find")]
    public void Answers_are_those_of_a_fresh_analysis(string before, string after)
    {
        var cache = new AnalysisCache();
        Check(Source, cache);
        string edited = Source.Replace(before, after);
        Assert.Equal(Check(edited, cache: null), Check(edited, cache));
    }

    [Fact]
    public void Work_stops_when_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var compilation = SourceCompilation.Compile("T.cs", Source);
        Assert.Throws<OperationCanceledException>(() => SchedulerChecker.Check(compilation, path => path, stop.Token));
    }

    static List<string> Check(string source, AnalysisCache? cache) =>
        [.. SchedulerChecker.Check(SourceCompilation.Compile("T.cs", source), path => path, CancellationToken.None, cache).Diagnostics
            .Select(d => $"{d.Span}-{d.Span.EndLine}:{d.Span.EndColumn} {d.Rule.Id} {d.Message} {string.Join(",", d.Related.Select(r => r.Span))}")];
}
