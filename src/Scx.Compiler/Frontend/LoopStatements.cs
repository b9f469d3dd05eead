using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Finds the loops of a method as the user wrote them.</summary>
internal static class LoopStatements
{
    public static ImmutableArray<LoopStatement> Of(SyntaxNode body) =>
    [
        .. body.DescendantNodes(node => node == body || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Where(node => node.IsKind(SyntaxKind.WhileStatement) || node.IsKind(SyntaxKind.DoStatement)
                || node is ForStatementSyntax or CommonForEachStatementSyntax)
            .Select(loop => new LoopStatement(Spans.Of(loop.SyntaxTree, Head(loop)), Spans.Of(loop))),
    ];

    private static Microsoft.CodeAnalysis.Text.TextSpan Head(SyntaxNode loop)
    {
        var last = loop switch
        {
            WhileStatementSyntax statement => statement.CloseParenToken,
            ForStatementSyntax statement => statement.CloseParenToken,
            CommonForEachStatementSyntax statement => statement.CloseParenToken,
            _ => loop.GetFirstToken(),
        };
        return Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(loop.SpanStart, last.Span.End);
    }
}
