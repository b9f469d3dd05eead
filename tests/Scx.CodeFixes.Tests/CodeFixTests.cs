using Microsoft.CodeAnalysis;
using Scx.Compiler;
using Scx.Compiler.Backend;
using Scx.Compiler.Diagnostics;

namespace Scx.CodeFixes.Tests;

/// <summary>
/// Each file of tests/fixes is a wrong scheduler and is named <c>ID.KEY[.VARIANT].cs</c>: the fix KEY of ID, applied as often as the diagnostic is
/// there, makes it the file <c>….fixed.cs</c>, which has no diagnostic and compiles to an object. With the variant All it is applied to all at once.
/// </summary>
public class CodeFixTests
{
    static IEnumerable<string> Names => Directory.GetFiles(Repository.Fixes, "*.cs").Select(path => Path.GetFileName(path)!)
        .Where(name => !name.EndsWith(".fixed.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fixed_source_is_clean_and_makes_an_object(string name)
    {
        string[] parts = name.Split('.');
        var (id, key) = (parts[0], parts[1]);
        using var editor = new Editor(name, await File.ReadAllTextAsync(Path.Combine(Repository.Fixes, name)));
        bool all = parts.Contains("All");
        int applied = 0;
        while ((await editor.Diagnostics()).Where(d => d.Id == id).ToList() is { Count: > 0 } found)
        {
            Assert.True(++applied <= 5, $"{id} is still there:\n{editor.Text}");
            var offered = await editor.Offered(found[0]);
            var (fixer, action) = offered.FirstOrDefault(offer => offer.Action.EquivalenceKey == key);
            Assert.True(action is not null, $"'{key}' is not offered for {found[0]}, but {string.Join(", ", offered.Select(offer => offer.Action.EquivalenceKey))}");
            if (all)
                await editor.ApplyToAll(fixer, key, [.. found]);
            else
                await editor.Apply(action);
        }

        Assert.True(applied > 0, $"{id} is not there; there are {string.Join("\n", await editor.Diagnostics())}");
        Assert.True(!all || applied == 1, "It took more than one go.");
        Golden(Path.Combine(Repository.Fixes, Path.ChangeExtension(name, ".fixed.cs")), editor.Text);
        Assert.Empty((await editor.Diagnostics()).Where(d => d.Severity >= DiagnosticSeverity.Warning));
        var modules = SchedulerChecker.Check(editor.Compilation, path => path, CancellationToken.None).Modules;
        Assert.NotEmpty(modules);
        Assert.All(modules, module => Assert.NotEmpty(ObjectCompiler.Compile(module, BackendOptions.Default)));
    }

    [Theory]
    [InlineData("SCX1001", "InlineArray", "var history = new ulong[8]; for (int i = 0; i < history.Length; i++) history[i] = p.Scx.Slice; sum = history[3];")]
    [InlineData("SCX3008", "Dispose", "TaskReference? task = TaskFromPid(p.Tgid); for (int i = 0; i < 4 && task is not null; i++) task = TaskFromPid(task.RealParent.Pid); task?.Dispose();")]
    [InlineData("SCX3001", "Using", "TaskReference? task = TaskFromPid(p.Tgid); if (p.Pid == 1) return; task?.Dispose(); task = TaskFromPid(1); task?.Dispose();")]
    [InlineData("SCX4001", "MoveToInit", "ulong queue = (ulong)p.Pid; CreateDsq(queue);")]
    public async Task What_would_not_compile_or_not_mend_is_not_offered(string id, string key, string body)
    {
        using var editor = new Editor("T.cs", $$"""
            [SchedExtOps("t")]
            public sealed class T : Scheduler
            {
                ulong sum;

                public override void Running(TaskStruct p)
                {
                    {{body}}
                }
            }
            """);
        var diagnostic = Assert.Single(await editor.Diagnostics(), d => d.Id == id);
        Assert.DoesNotContain(key, (await editor.Offered(diagnostic)).Select(offer => offer.Action.EquivalenceKey));
    }

    [Fact]
    public async Task What_may_be_null_hides_no_other_diagnostic()
    {
        using var editor = new Editor("T.cs", """
            [SchedExtOps("t", TimeoutMs = 60000)]
            public sealed class T : Scheduler
            {
                int lastPid;

                public override void Dispatch(int cpu, TaskStruct? prev) => lastPid = prev.Pid;
            }
            """);
        Assert.Equal(["SCX0013", "CS8602", "SCX2003"], (await editor.Diagnostics()).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Mistakes_show_while_typing()
    {
        using var editor = new Editor("T.cs", """
            [SchedExtOps("t")]
            public sealed class T : Scheduler
            {
                public override void Running(TaskStruct p) => DsqInsert(p, Dsq.Global, Slice.Default);
            }
            """);
        Assert.Equal(["SCX4001"], (await editor.LiveDiagnostics()).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task An_attribute_that_is_still_being_typed_has_the_error_of_CSharp_only()
    {
        using var editor = new Editor("T.cs", """
            [SchedExtOps("t")]
            public sealed class T : Scheduler
            {
                [Tunable] readonly int limit = 3;

                public override void Running(TaskStruct p) { }
            }
            """);
        Assert.Equal(["CS7036"], (await editor.Diagnostics()).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await editor.LiveDiagnostics());
    }

    [Fact]
    public void Every_fix_has_a_case()
    {
        var tested = Names.Select(name => name.Split('.')[0]).ToHashSet();
        var untestable = typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticRule>()
            .Where(rule => !rule.IsInSource).Select(rule => rule.Id);
        Assert.Empty(Editor.Fixers.SelectMany(IEnumerable<string> (fixer) => fixer.FixableDiagnosticIds).Distinct().Except(tested).Except(untestable));
    }

    static void Golden(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("SCX_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{file} is missing; run with SCX_UPDATE_GOLDEN=1 to make it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
