using System.Globalization;
using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>The report with which the log of a 7.3 kernel ends (<c>kernel/bpf/diagnostics.c</c>).</summary>
/// <param name="Problem">Its heading, without the category.</param>
/// <param name="Reason">What led to it, with names of registers.</param>
/// <param name="Place">Where.</param>
/// <param name="Causes">Places on the way, and what happened there.</param>
/// <param name="Start">The line of the log that it begins at.</param>
sealed partial record VerifierReport(string Problem, string Reason, LogPlace? Place, IReadOnlyList<(LogPlace Place, string Event)> Causes, int Start)
{
    /// <summary>Reads it; null if the log has none.</summary>
    public static VerifierReport? Read(string[] lines)
    {
        int start = Array.FindLastIndex(lines, line => Heading().IsMatch(line));
        if (start < 0)
            return null;
        int causes = Array.FindIndex(lines, start, line => line.StartsWith("Causal path:", StringComparison.Ordinal));
        int end = causes < 0 ? lines.Length : causes;
        return new VerifierReport(
            Heading().Match(lines[start]).Groups["problem"].Value.Trim(), Paragraph(lines, start, "Reason:"),
            Places(lines, start, end).Select(at => at.Place).FirstOrDefault(), causes < 0 ? [] : [.. Places(lines, causes, lines.Length)], start);
    }

    static IEnumerable<(LogPlace Place, string Event)> Places(string[] lines, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            var match = At().Match(lines[i]);
            if (!match.Success)
                continue;
            string number = match.Groups["line"].Value;
            int end = Array.FindIndex(lines, i + 1, to - i - 1, line => At().IsMatch(line));
            string[] block = lines[(i + 1)..(end < 0 ? to : end)];
            var source = block.Select(line => Source().Match(line)).FirstOrDefault(text => text.Success && text.Groups["line"].Value == number);
            string text = source?.Groups["text"].Value ?? "";
            yield return (new LogPlace(
                match.Groups["file"].Value.Trim(), int.Parse(number, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture), text.Trim())
            {
                TextColumn = text.Length - text.TrimStart().Length + 1,
            }, block.Select(line => Event().Match(line)).FirstOrDefault(label => label.Success)?.Groups["event"].Value ?? "");
        }
    }

    // The text after the label and on the indented lines that follow, up to an empty line or the next label.
    static string Paragraph(string[] lines, int start, string label)
    {
        int at = Array.FindIndex(lines, start, line => line.StartsWith(label, StringComparison.Ordinal));
        return at < 0 ? "" : string.Join(" ", lines.Skip(at + 1).TakeWhile(line => line.Trim().Length > 0).Select(line => line.Trim()).Prepend(lines[at][label.Length..].Trim())).Trim();
    }

    [GeneratedRegex(@"^\s*Verification failed: (?:[^:]+: )?(?<problem>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"@ (?<file>[^@]+?):(?<line>\d+):(?<column>\d+)\s*$")]
    private static partial Regex At();

    // One blank after the bar, then the line as it is.
    [GeneratedRegex(@"^[\s>]*(?<line>\d+) \| ?(?<text>.*)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*\|\s*\^-- (?<event>.*)$")]
    private static partial Regex Event();
}
