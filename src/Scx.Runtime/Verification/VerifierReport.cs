using System.Globalization;
using System.Text.RegularExpressions;

namespace Scx.Runtime.Verification;

/// <summary>Reads the report with which the log of a 7.3 kernel ends (<c>kernel/bpf/diagnostics.c</c>).</summary>
static partial class VerifierReport
{
    /// <summary>Reads it; null if the log has none.</summary>
    public static VerifierRejection? Read(string[] lines)
    {
        int start = Array.FindLastIndex(lines, line => Heading().IsMatch(line));
        if (start < 0)
            return null;
        string problem = Heading().Match(lines[start]).Groups["problem"].Value.Trim();
        string reason = Paragraph(lines, start, "Reason:");
        return new VerifierRejection(reason.Length == 0 ? problem : $"{problem}: {reason}", ReadLocation(lines, start),
            Paragraph(lines, start, "Suggestion:"));
    }

    static SourceLocation? ReadLocation(string[] lines, int start)
    {
        for (int i = start; i < lines.Length; i++)
        {
            var match = Place().Match(lines[i]);
            if (!match.Success)
                continue;
            string number = match.Groups["line"].Value;
            string text = lines.Skip(i + 1).Select(line => Source().Match(line))
                .FirstOrDefault(source => source.Success && source.Groups["line"].Value == number)?.Groups["text"].Value.Trim() ?? "";
            return new SourceLocation(match.Groups["file"].Value.Trim(), int.Parse(number, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture), text);
        }

        return null;
    }

    // The text after the label and on the indented lines that follow, up to an empty line or the next label.
    static string Paragraph(string[] lines, int start, string label)
    {
        int at = Array.FindIndex(lines, start, line => line.TrimStart().StartsWith(label, StringComparison.Ordinal));
        if (at < 0)
            return "";
        var parts = new List<string> { lines[at].TrimStart()[label.Length..].Trim() };
        parts.AddRange(lines.Skip(at + 1).TakeWhile(line => line.Trim().Length > 0 && !Label().IsMatch(line)).Select(line => line.Trim()));
        return string.Join(" ", parts.Where(part => part.Length > 0));
    }

    // The category, such as "Register Type Safety", says nothing that the problem does not.
    [GeneratedRegex(@"^\s*Verification failed: (?:[^:]+: )?(?<problem>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"@ (?<file>.+?):(?<line>\d+):(?<column>\d+)\s*$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\s>]*(?<line>\d+) \|(?<text>.*)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*[A-Z][A-Za-z ]+:( |$)")]
    private static partial Regex Label();
}
