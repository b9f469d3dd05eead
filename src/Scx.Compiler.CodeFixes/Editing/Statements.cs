using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Scx.Compiler.CodeFixes.Editing;

/// <summary>Puts statements before another, wherever that stands.</summary>
internal static class Statements
{
    /// <summary>
    /// The syntax that a statement can be put before: a statement, or a member or local function that is only an expression.
    /// </summary>
    /// <returns>Null if there is none, or if what is put there would not run each time that the node does.</returns>
    public static SyntaxNode? Anchor(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or SwitchExpressionArmSyntax:
                    return null;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                    return arrow;
                // Their conditions run many times.
                case WhileStatementSyntax loop when loop.Condition.Span.Contains(node.Span):
                case ForStatementSyntax stepped when stepped.Declaration?.Span.Contains(node.Span) != true:
                case DoStatementSyntax:
                    return null;
                case StatementSyntax statement and not BlockSyntax:
                    return statement;
            }
        }
        return null;
    }

    /// <summary>Puts statements before the anchor and, if given, something else in its place.</summary>
    public static void InsertBefore(SyntaxEditor editor, SyntaxNode anchor, IEnumerable<StatementSyntax> added, SyntaxNode? changed = null)
    {
        switch (anchor)
        {
            case ArrowExpressionClauseSyntax arrow:
                var block = BlockOf(arrow.Parent!, (ArrowExpressionClauseSyntax?)changed ?? arrow, added);
                editor.ReplaceNode(arrow.Parent!, Members.WithBlock(arrow.Parent!, block));
                break;
            case { Parent: BlockSyntax or SwitchSectionSyntax }:
                var first = added.First().WithLeadingTrivia(anchor.GetLeadingTrivia());
                editor.InsertBefore(anchor, [first, .. added.Skip(1)]);
                editor.ReplaceNode(anchor, Source.Formatted((changed ?? anchor).WithLeadingTrivia()));
                break;
            default:
                editor.ReplaceNode(anchor, Source.Formatted(SyntaxFactory.Block(
                    added.Append((StatementSyntax)(changed ?? anchor).WithoutTrivia())).WithTriviaFrom(anchor)));
                break;
        }
    }

    private static BlockSyntax BlockOf(SyntaxNode member, ArrowExpressionClauseSyntax arrow, IEnumerable<StatementSyntax> added)
    {
        var result = member is MethodDeclarationSyntax method ? method.ReturnType : ((LocalFunctionStatementSyntax)member).ReturnType;
        bool returns = result is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string text = Source.Text(arrow.Expression);
        return SyntaxFactory.Block(added.Append(Source.Statement(returns ? $"return {text};" : $"{text};")));
    }
}
