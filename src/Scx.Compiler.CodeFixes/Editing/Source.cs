using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>C# text as syntax that the workspace will lay out.</summary>
internal static class Source
{
    public static StatementSyntax Statement(string text) => Formatted(SyntaxFactory.ParseStatement(text + "\n"));

    public static ExpressionSyntax Expression(string text) => Formatted(SyntaxFactory.ParseExpression(text));

    public static TypeSyntax Type(string text) => Formatted(SyntaxFactory.ParseTypeName(text));

    public static MemberDeclarationSyntax Member(string text) => Formatted(SyntaxFactory.ParseMemberDeclaration(text + "\n")!);

    public static T Formatted<T>(T node) where T : SyntaxNode =>
        node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);

    /// <summary>The node without the blanks around it, for use in the middle of new text.</summary>
    public static string Text(SyntaxNode node) => node.WithoutTrivia().ToString();
}
