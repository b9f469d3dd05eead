namespace Scx.Compiler.Tests;

/// <summary>What the analysis keeps for the next time: no less work than is needed, and never a wrong answer.</summary>
public class SchedulerCacheTests
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
        var cache = new SchedulerCache();
        var first = Check(Source, cache);
        Assert.Equal(0, cache.ProgramsKnown);
        Assert.Equal(first, Check(Source, cache));
        int all = cache.ProgramsKnown;
        Assert.Equal(4, all);

        Check(Source.Replace("total++", "total += 2"), cache);
        Assert.Equal(all + 3, cache.ProgramsKnown);
        Check(Source.Replace("p.Scx.Slice", "p.Scx.DsqVtime"), cache);
        Assert.Equal(all + 6, cache.ProgramsKnown);
    }

    public static TheoryData<string> Schedulers => [.. SchedulerProject.Names];

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void Every_way_through_the_schedulers_is_walked(string name)
    {
        var cache = new SchedulerCache();
        CheckedText.Of(SchedulerProject.Compile(name), cache);
        Assert.Equal(0, cache.ProgramsUnfinished);
    }

    [Theory]
    [InlineData("total++", "counts.Find(1).Value++")]
    [InlineData("ulong total;", "ulong total;\n")]
    [InlineData("counts.Find(p.Pid).Value++", "if (counts.Find(p.Pid) is { } count) count.Value++")]
    [InlineData("            counts.Find", "                counts.Find")]
    public void Answers_are_those_of_a_fresh_analysis(string before, string after)
    {
        var cache = new SchedulerCache();
        Check(Source, cache);
        string edited = Source.Replace(before, after);
        Assert.Equal(Check(edited, cache: null), Check(edited, cache));
    }

    // The analysis knows the elements of tables: with eight the index is within, with four it need not be.
    [Theory]
    [InlineData("int n = 8;", "int n = 4;", "1")]
    [InlineData("int n = 8;", "int n = 4;", "table.Length")]
    [InlineData("=> 8", "=> 4", "Most()")]
    public void Methods_that_tables_are_computed_with_count_for_all_that_use_them(string before, string after, string use)
    {
        string source = $$"""
            [SchedExtOps("t")]
            public sealed class T : Scheduler
            {
                static readonly int[] table = Made();
                static readonly int most = Most();
                ulong total = (ulong)Most();

                static int[] Made()
                {
                    int n = 8;
                    return new int[n];
                }

                static int Most() => 8;

                public override void Running(TaskStruct p) => total += (ulong)table[(int)(p.Pid & 7)] + (ulong)({{use}} + most);
            }
            """;
        var cache = new SchedulerCache();
        Assert.Equal(Check(source, cache: null), Check(source, cache));
        string edited = source.Replace(before, after);
        Assert.Equal(Check(edited, cache: null), Check(edited, cache));
        Assert.Equal(Check(source, cache: null), Check(source, cache));
    }

    const string Spread = """
        using System.Runtime.CompilerServices;

        [InlineArray(8)] struct Counts { uint element; }

        static class Places
        {
            public const int Mask = 7;

            public static int Of(TaskStruct? p) => p!.Pid & Mask;
        }

        [SchedExtOps("t", MinimumKernel = "7.3")]
        public sealed class T : Scheduler
        {
            [Tunable("Rate")] readonly ulong rate;
            ulong total;
            Counts counts;

            public override void Running(TaskStruct p) => counts[Places.Of(p)]++;

            public override void Stopping(TaskStruct p, bool runnable) => total += p.Scx.Slice / rate;

            public override void Tick(TaskStruct p)
            {
                if (Held(p) is { } leader)
                    leader.Dispose();
            }

            TaskReference? Held(TaskStruct p) => TaskFromPid(p.Tgid);

            public override void Dispatch(int cpu, TaskStruct? prev)
            {
                for (int i = 0; i < 4; i++)
                {
                    if (DsqPeek(1) is null)
                        continue;
                    total++;
                }
            }
        }
        """;

    /// <summary>What a program does may change without a change in any of its methods.</summary>
    [Theory]
    [InlineData("p!.Pid & Mask", "p!.Pid")]
    [InlineData("Mask = 7", "Mask = 8")]
    [InlineData("InlineArray(8)", "InlineArray(4)")]
    [InlineData("[Tunable(\"Rate\")] readonly ulong rate", "ulong rate")]
    [InlineData("public static int Of", "[Global] public static int Of")]
    [InlineData("MinimumKernel = \"7.3\"", "MinimumKernel = \"6.16\"")]
    [InlineData("leader.Dispose()", "total++")]
    public void An_edit_elsewhere_changes_what_is_said(string before, string after)
    {
        Assert.Contains(before, Spread, StringComparison.Ordinal);
        var cache = new SchedulerCache();
        var first = Check(Spread, cache);
        string edited = Spread.Replace(before, after);
        var answer = Check(edited, cache);
        Assert.Equal(Check(edited, cache: null), answer);
        Assert.NotEqual(first, answer);
        Assert.Equal(first, Check(Spread, cache));
    }

    const string Leaking = """
        [SchedExtOps("t")]
        public sealed class T : Scheduler
        {
            public override void Tick(TaskStruct p)
            {
                for (int i = 0; i < 8; i++)
                {
                    TaskReference? task = TaskFromPid(p.Tgid + i);
                    if (task is null)
                        continue;
                    if (task.Flags == 0) { continue; }
                    task.Dispose();
                }
            }
        }
        """;

    /// <summary>No instruction stands where the <c>continue</c> is.</summary>
    [Fact]
    public void A_continue_that_moves_takes_what_is_said_of_it_along()
    {
        var cache = new SchedulerCache();
        Assert.Contains("(11,36)-11:45 SCX3001", Check(Leaking, cache).Select(d => d.Replace("T.cs", "")).Single(), StringComparison.Ordinal);
        string edited = Leaking.Replace("{ continue; }", "{     continue; }");
        Assert.Equal(Check(edited, cache: null), Check(edited, cache));
        Assert.NotEqual(Check(Leaking, cache), Check(edited, cache));
    }

    [Fact]
    public void Work_stops_when_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var compilation = SourceCompilation.Compile("T.cs", Source);
        Assert.Throws<OperationCanceledException>(() => SchedulerChecker.Check(compilation, path => path, stop.Token));
    }

    static List<string> Check(string source, SchedulerCache? cache) => CheckedText.Of(SourceCompilation.Compile("T.cs", source), cache);
}
