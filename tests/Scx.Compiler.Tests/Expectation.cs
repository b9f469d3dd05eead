using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Scx.Compiler.Tests;

/// <summary>A diagnostic that a corpus file expects: <c>//~ SCX4001</c> at the end of its line, or <c>//~ SCX1001 @12..20</c>.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">First column counted from 1, or null for any.</param>
/// <param name="EndColumn">Column after the last, or null for any.</param>
sealed partial record Expectation(string Id, int Line, int? Column, int? EndColumn)
{
    /// <summary>What a source expects, and the source with the markers made spaces, so that the compiler cannot see them.</summary>
    internal static (string Source, IReadOnlyList<Expectation> Expected) Read(string marked)
    {
        var expected = new List<Expectation>();
        var source = new StringBuilder();
        int number = 0;
        foreach (string line in marked.Split('\n'))
        {
            number++;
            var match = Marker().Match(line);
            if (match.Success)
                expected.Add(new(match.Groups["id"].Value, number, Number(match.Groups["from"]), Number(match.Groups["to"])));
            source.Append(match.Success ? line[..match.Index] + new string(' ', match.Length) : line).Append('\n');
        }
        return (source.ToString(0, source.Length - 1), expected);
    }

    static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"//~ (?<id>SCX\d{4})( @(?<from>\d+)\.\.(?<to>\d+))?\s*$")]
    private static partial Regex Marker();
}
