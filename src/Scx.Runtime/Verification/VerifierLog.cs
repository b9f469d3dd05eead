using System.Globalization;
using System.Text.RegularExpressions;

namespace Scx.Runtime.Verification;

/// <summary>Reads the statistics with which the verifier's log ends. What it says against a program is <see cref="Scx.Diagnostics.KernelLog"/>'s.</summary>
static partial class VerifierLog
{
    /// <summary>Reads the statistics that follow a successful verification.</summary>
    public static VerifierCost ReadCost(string log)
    {
        var processed = Processed().Match(log);
        var stack = StackDepth().Match(log);
        var time = Time().Match(log);
        return new VerifierCost(Number(processed, 1), Number(processed, 2), Number(processed, 3),
            stack.Success ? SumOfDepths(stack.Groups[1].Value) : 0, TimeSpan.FromMicroseconds(Number(time, 1)));
    }

    static int Number(Match match, int group) =>
        match.Success && int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out int value) ? value : 0;

    // "16+0+8", one number a function; since 7.x also "max 24".
    static int SumOfDepths(string text) => text.StartsWith("max ", StringComparison.Ordinal)
        ? int.Parse(text.AsSpan(4), CultureInfo.InvariantCulture)
        : text.Split('+').Sum(part => int.TryParse(part, CultureInfo.InvariantCulture, out int bytes) ? bytes : 0);

    [GeneratedRegex(@"^processed (\d+) insns .*?total_states (\d+) peak_states (\d+)", RegexOptions.Multiline)]
    private static partial Regex Processed();

    [GeneratedRegex(@"^stack depth (max \d+|[\d+]+)", RegexOptions.Multiline)]
    private static partial Regex StackDepth();

    [GeneratedRegex(@"^verification time (\d+) usec", RegexOptions.Multiline)]
    private static partial Regex Time();
}
