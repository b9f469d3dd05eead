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
            .Select(loop => new LoopStatement(Spans.Of(loop.SyntaxTree, Head(loop)), Spans.Of(loop), Spans.Of(Body(loop)), Continues(Body(loop)))),
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

    private static StatementSyntax Body(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Statement,
        DoStatementSyntax statement => statement.Statement,
        ForStatementSyntax statement => statement.Statement,
        _ => ((CommonForEachStatementSyntax)loop).Statement,
    };

    private static ImmutableArray<ContinueStatement> Continues(StatementSyntax body) =>
    [
        .. body.DescendantNodesAndSelf(node => node is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ContinueStatementSyntax>()
            .Select(found => new ContinueStatement(Spans.Of(found), Before(found), [.. Choice(found)])),
    ];

    private static SourceSpan Before(ContinueStatementSyntax found) => Spans.Of(found.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(
        found.Parent is BlockSyntax or SwitchSectionSyntax ? found.Parent.SpanStart : found.SpanStart, found.SpanStart));

    /// <summary>How the <c>if</c> comes out that has the statement as a branch, or in the block that is one.</summary>
    private static IEnumerable<(SourceSpan Condition, bool Held)> Choice(ContinueStatementSyntax found)
    {
        SyntaxNode branch = found.Parent is BlockSyntax block ? block : found;
        return branch.Parent switch
        {
            IfStatementSyntax choice => Outcomes(choice.Condition, true),
            ElseClauseSyntax { Parent: IfStatementSyntax choice } => Outcomes(choice.Condition, false),
            _ => [],
        };
    }

    /// <summary>The parts of a condition that decide it when they come last. Patterns are left out: what becomes of their parts does not show it.</summary>
    private static IEnumerable<(SourceSpan Condition, bool Held)> Outcomes(ExpressionSyntax condition, bool held) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Outcomes(inner.Expression, held),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => Outcomes(not.Operand, !held),
        BinaryExpressionSyntax both when both.IsKind(held ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression) => Outcomes(both.Right, held),
        BinaryExpressionSyntax either when either.IsKind(held ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression) =>
            Outcomes(either.Left, held).Concat(Outcomes(either.Right, held)),
        IsPatternExpressionSyntax => [],
        _ => [(Spans.Of(condition), held)],
    };
}
