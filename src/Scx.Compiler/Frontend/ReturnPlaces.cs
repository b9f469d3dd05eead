using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Where a method that yields nothing is left. Roslyn's graph has edges for it but not the statements that they come from.</summary>
internal sealed class ReturnPlaces(SyntaxNode method)
{
    /// <summary>The <c>return</c>, or the end of the method.</summary>
    /// <param name="from">The block that is left.</param>
    /// <param name="held">What its condition came to on this way; null if it has none.</param>
    public SourceSpan Of(BasicBlock from, bool? held)
    {
        var last = held is null ? from.Operations.LastOrDefault()?.Syntax : from.BranchValue?.Syntax;
        var statement = last?.FirstAncestorOrSelf<StatementSyntax>(s => s is not BlockSyntax);
        for (; statement is not null && method.Span.Contains(statement.Span); statement = Outer(statement), held = null)
        {
            if (held is { } truth && Chosen(statement, last!, truth) is { } chosen)
                return Spans.Of(chosen);
            if (Following(statement) is { } next)
                return next is ReturnStatementSyntax ? Spans.Of(next) : EndOf(method);
        }
        return last is null && method.DescendantNodes().OfType<ReturnStatementSyntax>().FirstOrDefault() is { } only ? Spans.Of(only) : EndOf(method);
    }

    /// <summary>The <c>return</c> that an <c>if</c> leads to, if it does nothing else first.</summary>
    private static ReturnStatementSyntax? Chosen(StatementSyntax statement, SyntaxNode part, bool held)
    {
        if (statement is not IfStatementSyntax choice || !choice.Condition.Span.Contains(part.Span))
            return null;
        // A part of && or || that leads out of the method decides the whole, or is the last of its parts.
        int inverted = part.Ancestors().TakeWhile(node => node != choice).Count(node => node.IsKind(SyntaxKind.LogicalNotExpression));
        return Return(held == (inverted % 2 == 0) ? choice.Statement : choice.Else?.Statement);
    }

    private static ReturnStatementSyntax? Return(StatementSyntax? statement) => statement switch
    {
        ReturnStatementSyntax found => found,
        BlockSyntax { Statements.Count: > 0 } block => Return(block.Statements[0]),
        _ => null,
    };

    private static StatementSyntax? Following(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block)
            return null;
        int at = block.Statements.IndexOf(statement);
        return at + 1 < block.Statements.Count ? block.Statements[at + 1] : null;
    }

    private static StatementSyntax? Outer(StatementSyntax statement) =>
        statement.Parent?.FirstAncestorOrSelf<StatementSyntax>(s => s is not BlockSyntax);

    private static SourceSpan EndOf(SyntaxNode method)
    {
        var body = method switch
        {
            BaseMethodDeclarationSyntax { Body: { } block } => (SyntaxNode)block,
            LocalFunctionStatementSyntax { Body: { } block } => block,
            AccessorDeclarationSyntax { Body: { } block } => block,
            _ => method,
        };
        return body is BlockSyntax { CloseBraceToken: var brace } ? Spans.Of(brace) : Spans.Of(body);
    }
}
