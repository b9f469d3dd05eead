using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Renames one of two fields that make the same option.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TunableNameFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX6013"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<FieldDeclarationSyntax>()?.Declaration.Variables.FirstOrDefault(v => v.Identifier.Text == place.Argument(1)) is not { } variable
            || place.Model.GetDeclaredSymbol(variable, place.Cancellation) is not IFieldSymbol field)
            yield break;
        int number = 2;
        while (field.ContainingType.GetMembers(field.Name + number).Length > 0)
            number++;
        string name = field.Name + number;
        yield return new("Rename", $"Rename it to '{name}'", cancellation =>
            Renamer.RenameSymbolAsync(place.Document.Project.Solution, field, new SymbolRenameOptions(), name, cancellation));
    }
}
