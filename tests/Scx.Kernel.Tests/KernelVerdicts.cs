using System.Text.RegularExpressions;

namespace Scx.Kernel.Tests;

/// <summary>One boot of one kernel, in which every scheduler of tests/refused and every mended one of tests/fixes has been tried.</summary>
/// <param name="kernel">Series.</param>
public abstract partial class VerdictRun(string kernel)
{
    readonly Lazy<Dictionary<string, (string Text, int Status)>> verdicts = new(() =>
    {
        TestObjects.Make();
        return Parse(Guest.Run(kernel, cpus: 2, "objects.sh").Output);
    });

    /// <summary>Series.</summary>
    internal string Kernel => kernel;

    /// <summary>What scx-run printed, and its status, by the object's name.</summary>
    internal Dictionary<string, (string Text, int Status)> Verdicts => verdicts.Value;

    static Dictionary<string, (string, int)> Parse(string output) => Section().Matches(output).ToDictionary(
        match => match.Groups["name"].Value, match => (match.Groups["text"].Value, int.Parse(match.Groups["status"].ValueSpan)));

    [GeneratedRegex(@"^#### (?<name>[\w.-]+)\n(?<text>.*?)^#### (?<status>\d+)$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}

public sealed class VerdictsOn73() : VerdictRun("7.3");

public sealed class VerdictsOn616() : VerdictRun("6.16");

public sealed class KernelVerdictsOn73(VerdictsOn73 run) : KernelVerdicts(run), IClassFixture<VerdictsOn73>;

public sealed class KernelVerdictsOn616(VerdictsOn616 run) : KernelVerdicts(run), IClassFixture<VerdictsOn616>;

/// <summary>What the kernel says is understood where it is said, and what the code fixes make is accepted.</summary>
public abstract partial class KernelVerdicts(VerdictRun run)
{
    /// <summary>The id and, where it must be known, the place are in the source's comment: <c>//= SCX9001 14</c>, for one kernel <c>//=6.16 …</c>.</summary>
    [Fact]
    public void What_the_kernel_refuses_is_explained()
    {
        var wrong = new List<string>();
        foreach (string file in TestObjects.Refused)
        {
            string name = Path.GetFileNameWithoutExtension(file), text = run.Verdicts.GetValueOrDefault(name).Text ?? "(it did not run)";
            var expected = Expected().Matches(File.ReadAllText(file));
            var mine = expected.FirstOrDefault(match => match.Groups["kernel"].Value == run.Kernel) ?? expected.First(match => !match.Groups["kernel"].Success);
            string place = mine.Groups["line"].Success ? $@"{name}\.cs:{mine.Groups["line"].Value}(:\d+)?" : @"[\w.:-]+";
            if (!Regex.IsMatch(text, $@"^{place}: error {mine.Groups["id"].Value}: ", RegexOptions.Multiline))
                wrong.Add($"{name}: expected {mine.Value}, but:\n{text[..Math.Min(text.Length, 600)]}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void What_the_code_fixes_made_is_accepted()
    {
        var refused = TestObjects.Fixed.Where(name => !run.Verdicts.TryGetValue(name, out var verdict) || verdict.Status != 0).ToList();
        Assert.True(refused.Count == 0, string.Join("\n\n", refused.Select(name => $"{name}: {run.Verdicts.GetValueOrDefault(name).Text}")));
    }

    [GeneratedRegex(@"//=(?<kernel>\d\.\d+)? (?<id>SCX\d{4})(?: (?<line>\d+))?")]
    private static partial Regex Expected();
}
