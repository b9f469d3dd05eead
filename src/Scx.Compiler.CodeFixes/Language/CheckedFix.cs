using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Removes <c>checked</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CheckedFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1020"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        const string Title = "Remove 'checked': let it wrap";
        foreach (var node in place.Node.AncestorsAndSelf().Concat(place.Node.DescendantNodes()))
        {
            if (node is CheckedExpressionSyntax expression)
            {
                yield return Fix.In("RemoveChecked", Title, place, editor => editor.ReplaceNode(expression, Source.Formatted(
                    SyntaxFactory.ParenthesizedExpression(expression.Expression).WithTriviaFrom(expression))));
                yield break;
            }
            if (node is CheckedStatementSyntax statement)
            {
                yield return Fix.In("RemoveChecked", Title, place, editor => Unwrap.Block(editor, statement, statement.Block));
                yield break;
            }
        }
    }
}
