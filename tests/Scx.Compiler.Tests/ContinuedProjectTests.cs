using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Scx.Compiler.Tests;

/// <summary>Edits of every kind of thing that a method's IR hangs on: what is kept never shows.</summary>
public class ContinuedProjectTests
{
    const string Policy = """
        using System.Runtime.CompilerServices;
        using Chosen = Small;

        [SchedExtOps("t", MinimumKernel = "7.3")]
        public sealed class T : Base
        {
            const int Limit = 8;
            [Tunable("Rate")] readonly uint rate;
            readonly HashMap<int, Entry> entries = new(64);
            Counts counts;
            ulong total;

            public override void Running(TaskStruct p)
            {
                counts[Places.Of(p)]++;
                entries.Find(p.Pid).Value.Runs++;
            }

            public override void Stopping(TaskStruct p, bool runnable)
            {
                total += p.Scx.Slice / rate;
                for (int i = 0; i < Limit; i++)
                {
                    if (Larger<Chosen>(i) > 3)
                        counts[i]++;
                }
            }

            static int Larger<TSize>(int i) where TSize : struct, ISize => TSize.Size * i;

            public override void Tick(TaskStruct p)
            {
                if (Held(p) is { } leader)
                    leader.Dispose();
                Count();

                void Count() => total += Twice(p.Scx.Slice);
                static ulong Twice(ulong n) => n * 2;
            }

            TaskReference? Held(TaskStruct p) => TaskFromPid(p.Tgid);

            public override int Init() => Loop.Run(Limit, static i => i > 4 ? LoopStep.Break : LoopStep.Continue) < 0 ? -1 : 0;
        }
        """;

    const string Others = """
        using System.Runtime.CompilerServices;

        [InlineArray(8)] public struct Counts { uint element; }

        public struct Entry { public ulong Runs; }

        public interface ISize { static abstract int Size { get; } }

        public struct Small : ISize { public static int Size => 1; }

        public struct Large : ISize { public static int Size => 1 << 20; }

        static class Places
        {
            public const int Mask = 7;

            public static int Of(TaskStruct? p)
            {
                return p!.Pid & Mask;
            }
        }

        public abstract class Base : Scheduler
        {
            protected ulong seen;

            public override void Enable(TaskStruct p)
            {
                seen++;
            }
        }
        """;

    static readonly CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static TheoryData<string, string> Edits => new()
    {
        // A body, and what it names.
        { "total += p.Scx.Slice / rate", "total += p.Scx.Slice / (rate | 1)" },
        { "entries.Find(p.Pid).Value.Runs++", "if (entries.Find(p.Pid) is { } entry) entry.Value.Runs++" },
        { "counts[i]++", "counts[i + 1]++" },
        { "\n        if (Held(p)", "\n\n\n        if (Held(p)" },
        { "leader.Dispose()", "total++" },
        { "n * 2", "n * 2 + (ulong)Limit" },
        { "Larger<Chosen>", "Larger<Large>" },
        { "i > 4", "i > 5" },
        { "static i => i > 4 ? LoopStep.Break : LoopStep.Continue", "static i => { return LoopStep.Continue; }" },
        { "seen++", "throw new InvalidOperationException()" },
        { "seen++", "seen += 0.5 > seen ? 1u : 2u" },
        { "total += p.Scx.Slice / rate;", "total += p.Scx.Slice / rate; KickCpu(1); Enable(p);" },
        // A callee, in another file.
        { "p!.Pid & Mask", "p!.Pid" },
        { "return p!.Pid & Mask", "return p is null ? 9 : p.Pid & Mask" },
        { "TSize.Size * i", "TSize.Size * i * 3" },
        { "TaskFromPid(p.Tgid)", "TaskFromPid(p.Pid)" },
        // What is declared.
        { "Mask = 7", "Mask = 8" },
        { "Limit = 8", "Limit = 9" },
        { "public ulong Runs", "public uint Other, Runs" },
        { "readonly uint rate", "readonly ulong rate" },
        { "ulong total;", "volatile uint other; ulong total;" },
        { "InlineArray(8)", "InlineArray(4)" },
        { "new(64)", "new(0)" },
        { "[Tunable(\"Rate\")] readonly uint rate", "uint rate" },
        { "public static int Of", "[Global] public static int Of" },
        { "static int Larger", "[NoInline] static int Larger" },
        { "MinimumKernel = \"7.3\"", "MinimumKernel = \"6.16\"" },
        { "T : Base", "T : Scheduler" },
        { "public static int Size => 1;", "public static int Size => 5;" },
        { "TaskReference? Held", "[MethodImpl(MethodImplOptions.NoInlining)] TaskReference? Held" },
        { "using Chosen = Small", "using Chosen = Large" },
        // Places.
        { "[SchedExtOps", "\n[SchedExtOps" },
        { "    TaskReference? Held", "\n        TaskReference? Held" },
        { "public override int Init", "/* first */ public override int Init" },
        // What goes on behind the text that it stands in.
        { "counts[Places.Of(p)]++;", "counts[Places.Of(p)]++;\n#nullable disable" },
        { "counts[Places.Of(p)]++;", "\n#pragma warning disable\ncounts[Places.Of(p)]++;" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Answers_are_those_of_a_new_project(string before, string after)
    {
        var cache = new SchedulerCache();
        var first = CheckedText.Of(Project(Policy, Others), cache);
        string policy = Edited(Policy, before, after), others = Edited(Others, before, after);
        Assert.False(policy == Policy && others == Others, before);
        var edited = CheckedText.Of(Project(policy, others), cache: null);
        Assert.Equal(edited, CheckedText.Of(Project(policy, others), cache));
        // Another edit on top, and back.
        string more = policy.Replace("Count();", "\n        Count(); Count();", StringComparison.Ordinal);
        Assert.Equal(CheckedText.Of(Project(more, others), cache: null), CheckedText.Of(Project(more, others), cache));
        Assert.Equal(edited, CheckedText.Of(Project(policy, others), cache));
        Assert.Equal(first, CheckedText.Of(Project(Policy, Others), cache));
    }

    [Fact]
    public void Only_bodies_are_lowered_again()
    {
        var cache = new SchedulerCache();
        CheckedText.Of(Project(Policy, Others), cache);
        CheckedText.Of(Project(Policy.Replace("Count();", "Count();\nCount();", StringComparison.Ordinal), Others), cache);
        Assert.Equal(1, cache.ProjectsContinued);
        CheckedText.Of(Project(Policy, Others.Replace("seen++", "seen += 2", StringComparison.Ordinal)), cache);
        Assert.Equal(2, cache.ProjectsContinued);
        CheckedText.Of(Project(Policy, Others.Replace("Mask = 7", "Mask = 6", StringComparison.Ordinal)), cache);
        Assert.Equal(2, cache.ProjectsContinued);
    }

    [Fact]
    public void Programs_below_an_edit_that_moves_them_are_not_walked_again()
    {
        var cache = new SchedulerCache();
        CheckedText.Of(Project(Policy, Others), cache);
        Assert.Equal(0, cache.ProgramsKnown);
        CheckedText.Of(Project(Policy.Replace("counts[Places.Of(p)]++;", "\n\n        counts[Places.Of(p)]++;", StringComparison.Ordinal), Others), cache);
        // Stopping, Tick, Enable, Init, Exit and what Init has called back; Running is another.
        Assert.Equal(5, cache.ProgramsKnown);
    }

    /// <summary>The settings of a project are not in its text.</summary>
    [Fact]
    public void Other_settings_are_another_project()
    {
        var project = Project(Policy, Others);
        var cache = new SchedulerCache();
        CheckedText.Of(project, cache);
        CSharpCompilation[] others =
        [
            project.WithOptions(project.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
            project.WithOptions(project.Options.WithOverflowChecks(true)),
            project.WithAssemblyName("Other"),
            project.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)),
            project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class More { }", options, "More.cs")),
            project.ReplaceSyntaxTree(project.SyntaxTrees[0], project.SyntaxTrees[0].WithRootAndOptions(
                project.SyntaxTrees[0].GetRoot(), options.WithPreprocessorSymbols("DEBUG"))),
        ];
        foreach (var other in others)
        {
            Assert.Equal(CheckedText.Of(other, cache: null), CheckedText.Of(other, cache));
            Assert.Equal(0, cache.ProjectsContinued);
        }
    }

    [Fact]
    public void Work_goes_on_where_it_was_stopped()
    {
        var cache = new SchedulerCache();
        CheckedText.Of(Project(Policy, Others), cache);
        var edited = Project(Policy.Replace("i > 4", "i > 6", StringComparison.Ordinal).Replace("Larger<Chosen>", "Larger<Large>", StringComparison.Ordinal), Others);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SchedulerChecker.Check(edited, path => path, stop.Token, cache));
        Assert.Equal(CheckedText.Of(edited, cache: null), CheckedText.Of(edited, cache));
    }

    static string Edited(string text, string before, string after) => text.Replace(before, after, StringComparison.Ordinal);

    static CSharpCompilation Project(string policy, string others) =>
        SourceCompilation.Compile("T.cs", policy, CSharpSyntaxTree.ParseText(SourceText.From(others, Encoding.UTF8), options, "Others.cs"));
}
