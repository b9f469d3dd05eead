using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Makes a class that only holds data a struct.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClassToStructFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1001", "SCX1011"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (TypeAt(place) is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object } type
            || type.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(place.Cancellation) is not TypeDeclarationSyntax declaration
            || declaration.SyntaxTree != place.Root.SyntaxTree
            || declaration.Keyword.IsKind(SyntaxKind.StructKeyword))
            yield break;
        yield return Fix.In("MakeStruct", $"Make '{type.Name}' a struct", place, editor =>
            editor.ReplaceNode(declaration, Struct(declaration)));
    }

    private static ITypeSymbol? TypeAt(FixPlace place) =>
        place.Find<BaseObjectCreationExpressionSyntax>() is { } creation ? place.TypeOf(creation)
        : place.Find<VariableDeclarationSyntax>() is { } variable ? place.TypeOf(variable.Type)
        : place.Find<ParameterSyntax>() is { Type: { } type } ? place.TypeOf(type)
        : null;

    private static TypeDeclarationSyntax Struct(TypeDeclarationSyntax type)
    {
        var modifiers = SyntaxFactory.TokenList(type.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.SealedKeyword)));
        // Removing the first modifier must not take the comment and the indentation with it.
        if (modifiers.Count > 0)
            modifiers = modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia(type.GetLeadingTrivia()));
        var keyword = SyntaxFactory.Token(SyntaxKind.StructKeyword).WithTriviaFrom(
            modifiers.Count > 0 ? type.Keyword : type.Keyword.WithLeadingTrivia(type.GetLeadingTrivia()));
        return type is RecordDeclarationSyntax record
            ? record.WithModifiers(modifiers).WithClassOrStructKeyword(SyntaxFactory.Token(SyntaxKind.StructKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            : SyntaxFactory.StructDeclaration(type.AttributeLists, modifiers, keyword, type.Identifier, type.TypeParameterList, type.BaseList,
                type.ConstraintClauses, type.OpenBraceToken, type.Members, type.CloseBraceToken, type.SemicolonToken).WithParameterList(type.ParameterList);
    }
}
