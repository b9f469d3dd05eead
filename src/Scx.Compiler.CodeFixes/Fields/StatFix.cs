using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Does not show as a statistic what is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StatFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX6012"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<FieldDeclarationSyntax>() is { } field && field.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => attribute.Name.ToString() is "Stat" or "StatAttribute") is { } stat)
        {
            yield return Fix.In("RemoveStat", "Do not show it as a statistic", place, editor => editor.RemoveNode(
                stat.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : stat));
        }
    }
}
