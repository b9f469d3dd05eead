using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Project;

/// <summary>Gives a scheduler a name that the kernel takes and that no other has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SchedulerNameFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX0011", "SCX0012"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (SchedExtOps.Of(place.Class)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax literal)
            yield break;
        string name = place.Diagnostic.Id == "SCX0011" ? Cleaned(literal.Token.ValueText, place) : FromClass(place);
        yield return Fix.In("Rename", $"Name the scheduler '{name}'", place, editor =>
            editor.ReplaceNode(literal, Source.Expression($"\"{name}\"")));
    }

    private static string Cleaned(string name, FixPlace place)
    {
        string cleaned = Regex.Replace(name, "[^A-Za-z0-9_.-]+", "-").Trim('-', '.');
        return cleaned.Length switch { 0 => FromClass(place), > 127 => cleaned.Substring(0, 127), _ => cleaned };
    }

    private static string FromClass(FixPlace place) =>
        Regex.Replace(place.Class!.Identifier.Text, "(?<=[a-z0-9])(?=[A-Z])", "-").ToLowerInvariant();
}
