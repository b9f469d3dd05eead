using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Refuses a task only where that is possible: not while it is forked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DisallowFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7018"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Find<ExpressionStatementSyntax>() is not { } statement || place.Method?.ParameterList.Parameters is not [_, var args])
            yield break;
        yield return Fix.In("NotWhileForked", "Do it only if the task is not being forked", place, editor => editor.ReplaceNode(statement, Source.Formatted(
            SyntaxFactory.IfStatement(Source.Expression($"!{args.Identifier.Text}.Fork"), statement.WithoutLeadingTrivia()).WithTriviaFrom(statement))));
    }
}
