using System.Reflection;
using System.Text.RegularExpressions;
using Scx.Compiler.Backend;
using Scx.Differential.Comparison;
using Scx.Differential.Generation;

namespace Scx.Differential.Tests;

/// <summary>C# computes the same under .NET and as BPF, here in an interpreter. tests/Differential/README.md tells how to try more.</summary>
public sealed partial class DifferentialTests
{
    public static TheoryData<string> Kept => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(1, 40, CpuLevel.V4)]
    [InlineData(500_001, 10, CpuLevel.V3)]
    public void Random_methods_compute_the_same(ulong first, int methods, CpuLevel cpu)
    {
        var report = new StringWriter();
        var result = Campaign.Run(first, methods, 10, cpu, report);
        Assert.True(result.Disagreements + result.Rejected == 0, report.ToString());
        Assert.Equal(methods * Comparer.RunsOfEach, result.Runs);
    }

    /// <summary>
    /// Every construct of values (<c>Constructs</c>), and what once did not compute the same (<c>Kept</c>): the smallest form of each method that was
    /// found to compute something else.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public void Kept_methods_compute_the_same(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        string source = Inputs.In(reader.ReadToEnd());
        string[] methods = [.. Program().Matches(source).Select(match => match.Groups[1].Value)];
        var scheduler = CompiledScheduler.Compile(name, source, methods, CpuLevel.V4);
        string disagreements = string.Join("\n", Comparer.Interpret(scheduler, Comparer.RunUnderNet(scheduler, methods, 1)).Select(d => $"{d.Method}: {d.Details}"));
        Assert.True(disagreements.Length == 0, disagreements);
    }

    [Fact]
    public void A_changed_instruction_is_noticed()
    {
        const string Source = Inputs.Source + """
            [SchedExtOps("random")]
            public sealed class Random : Scheduler
            {
                [SyscallProgram]
                public void M(ref Inputs io) => io.R0 = io.B + 5;
            }
            """;
        var scheduler = CompiledScheduler.Compile("changed", Source, ["M"], CpuLevel.V4);
        var runs = Comparer.RunUnderNet(scheduler, ["M"], 1);
        Assert.Empty(Comparer.Interpret(scheduler, runs));

        // r += 5, whatever the register.
        int at = Enumerable.Range(0, scheduler.Object.Length / 8).Select(i => i * 8)
            .Single(i => scheduler.Object[i] == 0x07 && BitConverter.ToInt32(scheduler.Object, i + 4) == 5);
        scheduler.Object[at] = 0x17;
        Assert.Single(Comparer.Interpret(scheduler, runs));
    }

    [GeneratedRegex(@"\[SyscallProgram\]\s+public void (\w+)\(ref Inputs io\)")]
    private static partial Regex Program();
}
