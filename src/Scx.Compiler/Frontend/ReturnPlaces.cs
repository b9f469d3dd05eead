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
        for (; statement is not null && method.Span.Contains(statement.Span); held = null)
        {
            if (held is { } truth && Chosen(statement, last!, truth) is { } chosen)
                return Spans.Of(chosen);
            var next = Following(statement);
            if (next is not (null or BreakStatementSyntax))
                return next is ReturnStatementSyntax ? Spans.Of(next) : EndOf(method);
            // What follows a loop or switch that is broken out of is next.
            statement = next is null ? Outer(statement) : Outer(next, s => s is SwitchStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
        }
        return last is null && method.DescendantNodes().OfType<ReturnStatementSyntax>().FirstOrDefault() is { } only ? Spans.Of(only) : EndOf(method);
    }

    /// <summary>The <c>return</c> that an <c>if</c> or a <c>case</c> leads to, if it does nothing else first.</summary>
    private static ReturnStatementSyntax? Chosen(StatementSyntax statement, SyntaxNode part, bool held)
    {
        if (statement is SwitchStatementSyntax cases)
        {
            var section = held ? part.FirstAncestorOrSelf<SwitchSectionSyntax>() : cases.Sections.FirstOrDefault(s => s.Labels.Any(SyntaxKind.DefaultSwitchLabel));
            return Return(section?.Statements[0]);
        }
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
        SyntaxList<StatementSyntax>? statements = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => null,
        };
        return statements is { } all && all.IndexOf(statement) + 1 is var at && at < all.Count ? all[at] : null;
    }

    private static StatementSyntax? Outer(StatementSyntax statement, Func<StatementSyntax, bool>? isMeant = null) =>
        statement.Parent?.FirstAncestorOrSelf(isMeant ?? (s => s is not BlockSyntax));

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
