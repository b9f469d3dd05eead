using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Ends locks and sections once on every way, the last one first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ScopeFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX3101", "SCX3102", "SCX3103", "SCX3106", "SCX3107"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        bool left = place.Diagnostic.Id != "SCX3102" && place.Diagnostic.Id != "SCX3103" && place.Argument(1).StartsWith("is still", StringComparison.Ordinal);
        return left ? Left(place) : OwnedVariable.At(place.Related) is { } last ? OutOfOrder(place, last) : Disposal.RemoveSecond(place, OwnedVariable.At(place.Node), "it has ended already", "ends it");
    }

    private static IEnumerable<Fix> Left(FixPlace place)
    {
        if (OwnedVariable.At(place.Related) is not { HasUsing: false, Declaration.Parent: BlockSyntax block } scope)
            yield break;
        int first = block.Statements.IndexOf(scope.Declaration), end = block.Statements.LastIndexOf(scope.IsDisposal);
        if (scope.Disposals() is { } disposals)
        {
            if (end < 0 || block.Statements.Skip(end + 1).All(statement => statement is ReturnStatementSyntax { Expression: null or LiteralExpressionSyntax }))
                yield return Fix.In("Using", $"Declare '{scope.Name}' with 'using'", place, editor => scope.MakeUsing(editor, disposals));
            else if (Enclosed(scope, block, first, end, disposals) is { } enclosed)
                yield return Fix.In("Using", "Put it into a 'using' statement, which ends it on every way", place, editor => editor.ReplaceNode(block, enclosed));
        }
        if (place.Find<StatementSyntax>() is ReturnStatementSyntax exit && block.Span.Contains(exit.Span))
            yield return Disposal.Before(place, exit, scope.Name);
    }

    /// <summary>The block with a <c>using</c> statement from the scope's declaration to its end.</summary>
    private static BlockSyntax? Enclosed(OwnedVariable scope, BlockSyntax block, int first, int end, IReadOnlyList<StatementSyntax> disposals)
    {
        var (inside, after) = (block.Statements.Skip(first + 1).Take(end - first - 1).ToList(), block.Statements.Skip(end + 1).ToList());
        if (inside.Any(declared => after.Any(user => Order.DeclaresFor(declared, user))) || after.Any(user => Order.Mentions(user, scope.Name)))
            return null;
        var kept = inside.Where(statement => !disposals.Contains(statement))
            .Select(statement => statement.RemoveNodes(statement.DescendantNodes().Where(node => disposals.Contains(node)), SyntaxRemoveOptions.KeepNoTrivia)!).ToList();
        var made = scope.Declaration.Declaration;
        bool named = kept.Any(statement => Order.Mentions(statement, scope.Name));
        var statement = Source.Formatted(SyntaxFactory.UsingStatement(
            named ? made.WithoutTrivia() : null, named ? null : made.Variables[0].Initializer!.Value.WithoutTrivia(),
            SyntaxFactory.Block(kept.Select(Source.Formatted)))).WithTriviaFrom(scope.Declaration);
        return block.WithStatements([.. block.Statements.Take(first), statement, .. after]);
    }

    /// <summary>Ends the one that was begun last before this one.</summary>
    private static IEnumerable<Fix> OutOfOrder(FixPlace place, OwnedVariable last)
    {
        if (place.Find<ExpressionStatementSyntax>() is not { Parent: BlockSyntax block } early)
            yield break;
        int from = block.Statements.IndexOf(last.IsDisposal), to = block.Statements.IndexOf(early);
        if (from > to)
            yield return Fix.In("LastFirst", $"Dispose '{last.Name}' before", place, editor => Order.Move(editor, block, from, to));
    }
}
