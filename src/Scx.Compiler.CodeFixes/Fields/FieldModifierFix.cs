using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Fields;

/// <summary>Makes fields what the object file can hold: no <c>static</c>, <c>readonly</c> where the loader or the verifier needs it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FieldModifierFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1021", "SCX6001", "SCX6010"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (Declaration(place) is not { } field)
            yield break;
        if (place.Diagnostic.Id == "SCX1021")
        {
            yield return Change("RemoveStatic", "Remove 'static'", place, field, modifiers => modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword)));
        }
        else if (!field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) && (place.Diagnostic.Id == "SCX6010" || field.Declaration.Variables[0].Initializer is not null))
        {
            yield return Change("MakeReadonly", "Make it readonly", place, field, modifiers => modifiers
                .Where(modifier => !modifier.IsKind(SyntaxKind.ConstKeyword) && !modifier.IsKind(SyntaxKind.StaticKeyword)).Append(Keyword(SyntaxKind.ReadOnlyKeyword)));
        }
        else if (place.Diagnostic.Id == "SCX6010" && field.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            yield return Change("RemoveStatic", "Remove 'static'", place, field, modifiers => modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword)));
        }
    }

    /// <summary>The field's declaration; the diagnostic is there or where the field is used.</summary>
    internal static FieldDeclarationSyntax? Declaration(FixPlace place)
    {
        if (place.Find<FieldDeclarationSyntax>() is { } here)
            return here;
        return place.Model.GetSymbolInfo(place.Node, place.Cancellation).Symbol is IFieldSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.SyntaxTree == place.Root.SyntaxTree
            ? reference.GetSyntax(place.Cancellation).FirstAncestorOrSelf<FieldDeclarationSyntax>()
            : null;
    }

    private static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static Fix Change(
        string key, string title, FixPlace place, FieldDeclarationSyntax field, Func<IEnumerable<SyntaxToken>, IEnumerable<SyntaxToken>> change) =>
        Fix.In(key, title, place, editor => editor.ReplaceNode(field, WithModifiers(field, change)));

    /// <summary>The first token carries the comment and the indentation, and it may be the one to go.</summary>
    private static FieldDeclarationSyntax WithModifiers(FieldDeclarationSyntax field, Func<IEnumerable<SyntaxToken>, IEnumerable<SyntaxToken>> change)
    {
        var bare = field.AttributeLists.Count > 0 ? field : field.WithLeadingTrivia();
        var leading = field.AttributeLists.Count > 0 ? FirstAfterAttributes(field).LeadingTrivia : field.GetLeadingTrivia();
        var modifiers = change(bare.Modifiers.Select(modifier => modifier.WithLeadingTrivia())).ToList();
        var type = bare.Declaration.WithType(bare.Declaration.Type.WithLeadingTrivia());
        if (modifiers.Count > 0)
            modifiers[0] = modifiers[0].WithLeadingTrivia(leading);
        else
            type = type.WithLeadingTrivia(leading);
        return bare.WithModifiers(SyntaxFactory.TokenList(modifiers)).WithDeclaration(type);
    }

    private static SyntaxToken FirstAfterAttributes(FieldDeclarationSyntax field) =>
        field.Modifiers.Count > 0 ? field.Modifiers[0] : field.Declaration.GetFirstToken();
}
