using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Tests;

/// <summary>docs/language.md says what the corpus shows.</summary>
public class LanguageTableTests
{
    static readonly string[][] rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "language.md"))
            .Where(line => line.StartsWith('|') && line.Contains(".cs |", StringComparison.Ordinal))
            // A bar inside code is part of its cell.
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    public static TheoryData<string> Accepted => [.. rows.Where(row => row.Length == 3).Select(row => row[2])];

    public static TheoryData<string> Refused => [.. rows.Where(row => row.Length == 4).Select(row => $"{row[2]} {row[3]}")];

    [Fact]
    public void Every_row_is_of_one_of_the_tables() => Assert.All(rows, row => Assert.InRange(row.Length, 3, 4));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepted_rows_name_a_case_without_errors(string name) => Assert.DoesNotContain(Expected(name), IsError);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_rows_name_a_case_of_their_id(string row)
    {
        string[] parts = row.Split(' ');
        Assert.Contains(parts[0], Expected(parts[1]));
    }

    [Fact]
    public void Every_rule_of_the_language_has_a_row()
    {
        var named = rows.Where(row => row.Length == 4).Select(row => row[2]).ToHashSet();
        Assert.Empty(AllRules.Where(rule => rule.IsInSource && rule.Id.StartsWith("SCX1", StringComparison.Ordinal)).Select(rule => rule.Id).Except(named));
    }

    static IEnumerable<DiagnosticRule> AllRules => typeof(Rules).GetFields().Select(rule => rule.GetValue(null)).OfType<DiagnosticRule>();

    static bool IsError(string id) => AllRules.Single(rule => rule.Id == id).Severity == Severity.Error;

    static IEnumerable<string> Expected(string name) =>
        Expectation.Read(File.ReadAllText(Path.Combine(Repository.Corpus, name))).Expected.Select(expected => expected.Id);
}
