using System.Globalization;
using System.Text.RegularExpressions;

namespace Scx.Runtime.Verification;

/// <summary>
/// Reads the verifier's log: that of 6.12 to 7.2, where the reason stands among instructions and source lines, and that of 7.3, which ends
/// with a report (<c>kernel/bpf/diagnostics.c</c>).
/// </summary>
static partial class VerifierLog
{
    /// <summary>Finds the reason for a refusal, and its place.</summary>
    public static VerifierRejection ReadRejection(string log)
    {
        string[] lines = log.Split('\n');
        return VerifierReport.Read(lines) ?? ReadTrace(lines);
    }

    /// <summary>Reads the statistics that follow a successful verification.</summary>
    public static VerifierCost ReadCost(string log)
    {
        var processed = Processed().Match(log);
        var stack = StackDepth().Match(log);
        var time = Time().Match(log);
        return new VerifierCost(Number(processed, 1), Number(processed, 2), Number(processed, 3),
            stack.Success ? SumOfDepths(stack.Groups[1].Value) : 0, TimeSpan.FromMicroseconds(Number(time, 1)));
    }

    /// <summary>The source line that a log line annotates, if it is of the form <c>; TEXT @ FILE:LINE</c>.</summary>
    public static SourceLocation? ReadAnnotation(string line)
    {
        var match = Annotation().Match(line);
        return match.Success
            ? new SourceLocation(match.Groups["file"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), 0,
                match.Groups["text"].Value.Trim())
            : null;
    }

    // The reason is the last line that is neither statistics nor part of the walk through the instructions. A line right before it that is
    // no part of the walk either begins the same reason.
    static VerifierRejection ReadTrace(string[] lines)
    {
        int last = Array.FindLastIndex(lines, IsReason);
        if (last < 0)
            return new VerifierRejection("(the verifier gives no reason)", null, "");

        int first = last;
        while (first > 0 && IsReason(lines[first - 1]))
            first--;
        var location = Enumerable.Reverse(lines[..first]).Select(ReadAnnotation).FirstOrDefault(found => found is not null);
        return new VerifierRejection(string.Join("; ", lines[first..(last + 1)].Select(line => line.Trim())), location, "");
    }

    static bool IsReason(string line) => line.Trim().Length > 0 && !Walk().IsMatch(line);

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

    [GeneratedRegex(@"^;\s?(?<text>.*) @ (?<file>[^@]+):(?<line>\d+)\s*$")]
    private static partial Regex Annotation();

    // Instructions ("12: (85) call ..."), register states ("12: R0=...", "R1=ctx() R10=fp0"), source lines, jumps, backtracking, statistics.
    [GeneratedRegex(@"^(\d+: |; |;$|from \d+ to \d+|R\d+(_\w+)?=|mark_precise:|func#\d|processed \d+ insns|stack depth |verification time |" +
        @"subprog \d+ |cur state:|old state:|caller:|callee:| ?R\d+(_\w+)?=|last_idx |regs=|parent |-- |\d+: safe|\d+: safe$)")]
    private static partial Regex Walk();
}
