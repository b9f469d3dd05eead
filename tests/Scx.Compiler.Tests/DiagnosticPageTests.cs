using System.Reflection;
using System.Text.RegularExpressions;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Tests;

/// <summary>
/// Every id has its page, and what stands there is true: the wrong program gives exactly that id, the right one nothing.
/// </summary>
public partial class DiagnosticPageTests
{
    const string HowToWrite =
        "A page looks like docs/diagnostics/SCX4001.md: '# ID: Title' (the rule's title), what is wrong, then the sections '## Wrong' and '## Right' "
        + "with the smallest whole program of each kind in a ```csharp block, '## What the kernel says' with its words and versions, and "
        + "'## How to fix it'. Rules with IsInSource = false have only the last section.";

    static readonly IReadOnlyList<DiagnosticRule> rules = [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<DiagnosticRule>().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. rules.Select(rule => rule.Id)];

    public static TheoryData<string> IdsInSource => [.. rules.Where(rule => rule.IsInSource).Select(rule => rule.Id)];

    [Fact]
    public void Id_is_used_once() => Assert.Equal(rules.Select(rule => rule.Id).Distinct(), rules.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_the_title_and_every_section(string id)
    {
        var rule = rules.First(r => r.Id == id);
        Assert.True(File.Exists(Path.Combine(Repository.Root, rule.Page)), $"{rule.Page} is missing. {HowToWrite}");
        var page = DiagnosticPage.Read(id);
        Assert.Equal($"# {id}: {rule.Title}", page.Heading);
        Assert.NotEmpty(page.WhatIsWrong);
        string[] expected = rule.IsInSource ? ["Wrong", "Right", "What the kernel says", "How to fix it"] : ["How to fix it"];
        Assert.True(expected.SequenceEqual(page.Sections), $"{rule.Page} has the sections {string.Join(", ", page.Sections)}. {HowToWrite}");
    }

    [Theory]
    [MemberData(nameof(IdsInSource))]
    public void Wrong_program_gives_exactly_this_diagnostic(string id)
    {
        var (_, diagnostics) = SourceCompilation.Analyze($"{id}.cs", DiagnosticPage.Read(id).Program("Wrong"));
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.True(diagnostic.Rule.Id == id, $"{diagnostic.Span}: {diagnostic.Rule.Id} {diagnostic.Message}"));
    }

    [Theory]
    [MemberData(nameof(IdsInSource))]
    public void Right_program_gives_none(string id)
    {
        var (modules, diagnostics) = SourceCompilation.Analyze($"{id}.cs", DiagnosticPage.Read(id).Program("Right"));
        Assert.NotEmpty(modules);
        Assert.Empty(diagnostics.Select(diagnostic => $"{diagnostic.Span}: {diagnostic.Rule.Id} {diagnostic.Message}"));
    }

    [Fact]
    public void Corpus_has_a_case_of_each()
    {
        var marked = Directory.GetFiles(Repository.Corpus, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Marker().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        var missing = rules.Where(rule => rule.IsInSource && !marked.Contains(rule.Id)).Select(rule => rule.Id);
        Assert.True(!missing.Any(), $"tests/corpus has no line with '//~ {string.Join("', '//~ ", missing)}': add a scheduler that is wrong in this way.");
    }

    [Fact]
    public void Page_belongs_to_an_id()
    {
        var known = rules.Select(rule => rule.Id).Concat(BuildIds()).Concat(Scx.Diagnostics.KernelRefusals.All.Select(refusal => refusal.Id));
        Assert.Empty(Scx.Diagnostics.DiagnosticPages.Ids.Except(known));
    }

    [Fact]
    public void What_would_have_been_found_before_is_what_the_compiler_finds() =>
        Assert.Empty(Scx.Diagnostics.KernelRefusals.All.SelectMany(refusal => refusal.FoundBefore).Distinct().Except(rules.Select(rule => rule.Id)));

    [Fact]
    public void Errors_of_the_build_have_pages() => Assert.Empty(BuildIds().Except(Scx.Diagnostics.DiagnosticPages.Ids));

    /// <summary>What the Sdk's MSBuild files report themselves.</summary>
    static IEnumerable<string> BuildIds() =>
        BuildError().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Scx.Sdk", "build", "Scx.Sdk.targets")))
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"//~ (SCX\d{4})")]
    private static partial Regex Marker();

    [GeneratedRegex(@"<(?:Error|Warning) Code=""(SCX\d{4})""")]
    private static partial Regex BuildError();
}
