using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>Text as the kernel's printing calls take it: a literal, or one interpolated string.</summary>
internal static class Message
{
    /// <summary>The source of a message that says the same as an expression.</summary>
    public static string Of(ExpressionSyntax text) => text switch
    {
        InterpolatedStringExpressionSyntax => Source.Text(text),
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => Source.Text(text),
        _ => $"$\"{string.Concat(Parts(text).Select(Inner))}\"",
    };

    /// <summary>Whether the text is joined of parts that can stand in one interpolated string.</summary>
    public static bool IsJoined(ExpressionSyntax text) =>
        text is BinaryExpressionSyntax joined && joined.IsKind(SyntaxKind.AddExpression) && Parts(joined).All(part => part is not LiteralExpressionSyntax || IsPlain(part));

    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax text) => text switch
    {
        BinaryExpressionSyntax joined when joined.IsKind(SyntaxKind.AddExpression) && HasText(joined) => Parts(joined.Left).Concat(Parts(joined.Right)),
        ParenthesizedExpressionSyntax { Expression: var inner } when HasText(inner) => Parts(inner),
        _ => [text],
    };

    // 1 + 2 + "x" adds numbers first.
    private static bool HasText(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax joined when joined.IsKind(SyntaxKind.AddExpression) => HasText(joined.Left) || HasText(joined.Right),
        ParenthesizedExpressionSyntax { Expression: var inner } => HasText(inner),
        _ => expression is InterpolatedStringExpressionSyntax || IsPlain(expression),
    };

    private static bool IsPlain(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, Text: ['"', ..] } };

    private static string Inner(ExpressionSyntax part) => part switch
    {
        InterpolatedStringExpressionSyntax { StringStartToken.Text: "$\"" } interpolated => interpolated.Contents.ToString(),
        _ when IsPlain(part) => Unquoted(Source.Text(part)).Replace("{", "{{").Replace("}", "}}"),
        ConditionalExpressionSyntax => $"{{({Source.Text(part)})}}",
        _ => $"{{{Source.Text(part)}}}",
    };

    private static string Unquoted(string literal) => literal.Substring(1, literal.Length - 2);
}
