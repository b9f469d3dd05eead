using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Gives a map its size: one that it lacks, one that is possible, or one that holds the index that is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MapDeclarationFix : SchedulerCodeFix
{
    private const string Usual = "1024";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX6001", "SCX6002", "SCX2012"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place) => place.Diagnostic.Id switch
    {
        "SCX6001" => Initialize(place),
        "SCX6002" => place.Find<ArgumentSyntax>() is { } size ? [Resize("Resize", place, size, Usual)] : [],
        _ => Enlarge(place),
    };

    private static IEnumerable<Fix> Initialize(FixPlace place)
    {
        if (place.Find<FieldDeclarationSyntax>() is not { Declaration.Variables: [{ Initializer: null } variable] } field)
            yield break;
        yield return Fix.In("Initialize", $"Make it readonly, with {Usual} entries", place, editor =>
        {
            var made = variable.WithoutTrailingTrivia().WithInitializer(SyntaxFactory.EqualsValueClause(Source.Expression($"new({Usual})")));
            var changed = field.ReplaceNode(variable, made);
            if (!field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                changed = (FieldDeclarationSyntax)editor.Generator.WithModifiers(changed, editor.Generator.GetModifiers(field).WithIsReadOnly(true));
            editor.ReplaceNode(field, Source.Formatted(changed));
        });
    }

    private static IEnumerable<Fix> Enlarge(FixPlace place)
    {
        var access = place.Node.AncestorsAndSelf().Concat(place.Node.DescendantNodes()).OfType<ElementAccessExpressionSyntax>().FirstOrDefault();
        if (access is not { ArgumentList.Arguments: [var index] }
            || place.Model.GetConstantValue(index.Expression, place.Cancellation).Value is not { } number
            || System.Convert.ToInt64(number, CultureInfo.InvariantCulture) is not (>= 0 and < uint.MaxValue and var last)
            || place.Model.GetSymbolInfo(access.Expression, place.Cancellation).Symbol is not IFieldSymbol { DeclaringSyntaxReferences: [var reference] }
            || reference.SyntaxTree != place.Root.SyntaxTree
            || reference.GetSyntax(place.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var size] } })
            yield break;
        yield return Resize("Enlarge", place, size, (last + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static Fix Resize(string key, FixPlace place, ArgumentSyntax size, string entries) =>
        Fix.In(key, $"Give the map {entries} entries", place, editor => editor.ReplaceNode(size.Expression, Source.Expression(entries)));
}
