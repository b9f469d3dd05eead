using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Replaces 128-bit integers by 64-bit ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WideIntegerFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1017"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        var around = place.Find<VariableDeclarationSyntax>()?.Type ?? place.Find<ParameterSyntax>()?.Type ?? place.Find<CastExpressionSyntax>()?.Type;
        if (around is null || place.TypeOf(around)?.Name is not ("Int128" or "UInt128"))
            yield break;
        string narrow = place.TypeOf(around)!.Name == "Int128" ? "long" : "ulong";
        yield return Fix.In("Narrow", $"Use {narrow}", place, editor =>
            editor.ReplaceNode(around, Source.Type(narrow).WithTriviaFrom(around)));
    }
}
