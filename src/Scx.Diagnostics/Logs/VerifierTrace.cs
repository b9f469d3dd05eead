using System.Globalization;
using System.Text.RegularExpressions;

namespace Scx.Diagnostics;

/// <summary>One program's log as the verifier of any kernel writes it: its walk through the instructions, and at the end why it stopped.</summary>
sealed partial class VerifierTrace(string[] lines)
{
    /// <summary>The lines that are no part of the walk, from the last one back: the reason is among them, at its end or before a report.</summary>
    public IEnumerable<(string Text, int Index)> Reasons => Enumerable.Range(1, lines.Length)
        .Select(back => lines.Length - back)
        .Where(i => lines[i].Trim().Length > 0 && !Walk().IsMatch(lines[i]))
        .Select(i => (lines[i].Trim(), i));

    /// <summary>The place of the instruction that the walk had come to at a line.</summary>
    public LogPlace? PlaceBefore(int index)
    {
        for (int i = Math.Min(index, lines.Length - 1); i >= 0; i--)
        {
            if (PlaceIn(lines[i]) is { } place)
                return place;
        }
        return null;
    }

    /// <summary>Where a register's value came from, if that is a call: the last call before the line after which the register, or the one it was copied from, holds that value.</summary>
    /// <param name="index">A line of the log.</param>
    /// <param name="state">What the register holds, such as <c>map_value_or_null</c>.</param>
    public (LogPlace Place, string Call)? CallThatGave(int index, Regex state)
    {
        for (int i = Math.Min(index, lines.Length - 1); i >= 0; i--)
        {
            if (Call().Match(lines[i]) is { Success: true } call && state.IsMatch(call.Groups["state"].Value) && PlaceBefore(i) is { } place)
                return (place, call.Groups["name"].Value);
        }
        return null;
    }

    /// <summary>The place of an instruction that the walk came to.</summary>
    public LogPlace? PlaceOfInstruction(string number) =>
        Array.FindLastIndex(lines, line => line.StartsWith($"{number}: (", StringComparison.Ordinal)) is >= 0 and var at ? PlaceBefore(at) : null;

    /// <summary>Whether a register held an owned reference before, and a call came after that.</summary>
    public bool WasReference(int index, string register)
    {
        bool called = false;
        for (int i = Math.Min(index, lines.Length - 1); i >= 0; i--)
        {
            var known = Regex.Match(lines[i], $@"\b{register}(?:_\w+)?=(?<type>[a-z_]+)\((?<rest>[^)]*)\)?");
            if (known.Success && known.Groups["type"].Value != "scalar")
                return called && (known.Groups["type"].Value.Contains("ptr_", StringComparison.Ordinal) || known.Groups["type"].Value.Contains("ringbuf", StringComparison.Ordinal))
                    && (known.Groups["rest"].Value.Contains("ref_obj_id=", StringComparison.Ordinal) || lines[i].Contains("refs=", StringComparison.Ordinal));
            called |= Call().IsMatch(lines[i]);
        }
        return false;
    }

    /// <summary>The name of the last call before a line.</summary>
    public string? LastCall(int index) => lines.Take(index).Reverse().Select(line => Call().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;

    /// <summary>The source line that a line of the log quotes: <c>; TEXT @ FILE:LINE</c>.</summary>
    internal static LogPlace? PlaceIn(string line)
    {
        var match = Annotation().Match(line);
        return match.Success
            ? new LogPlace(match.Groups["file"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), 0, match.Groups["text"].Value.Trim())
            : null;
    }

    [GeneratedRegex(@"^;\s?(?<text>.*) @ (?<file>[^@]+):(?<line>\d+)\s*$")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^\d+: \(85\) call (?<name>\w+)#-?\d+\s*(?:;(?<state>.*))?$")]
    private static partial Regex Call();

    // Instructions ("12: (85) call ..."), register states ("12: R0=...", "R1=ctx() R10=fp0"), source lines, jumps, backtracking, statistics.
    [GeneratedRegex(@"^(\d+: |; |;$|from \d+ to \d+|R\d+(_\w+)?=|mark_precise:|func#\d|func '\w+' arg\d|processed \d+ insns|stack depth |verification time |" +
        @"subprog \d+ |cur state:|old state:|caller:|callee:| ?R\d+(_\w+)?=|last_idx |regs=|parent |-- |\d+: safe|Validating |Func#\d|" +
        @"Global function \w+\(\) doesn't return scalar\. Only those are supported)")]
    private static partial Regex Walk();
}
