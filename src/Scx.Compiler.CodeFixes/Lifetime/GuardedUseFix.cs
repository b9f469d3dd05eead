using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Holds the lock of a list or tree as long as that, or what it lends, is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class GuardedUseFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX3108", "SCX3109"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place) => place.Diagnostic.Id == "SCX3108" ? TakeLock(place) : HoldLonger(place);

    private static IEnumerable<Fix> TakeLock(FixPlace place)
    {
        if (place.Related?.FirstAncestorOrSelf<StatementSyntax>() is { } other && other.Span.Contains(place.Node.Span)
            || place.Find<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: var guarded } }
            || LockBeside(place, guarded) is not { } name || place.Find<StatementSyntax>() is not { } statement)
            yield break;
        string title = $"Hold '{name}' meanwhile", scope = $"{name}.EnterScope()";
        if (statement is ExpressionStatementSyntax)
            yield return Fix.In("Lock", title, place, editor => editor.ReplaceNode(statement, Around(scope, statement.WithoutLeadingTrivia()).WithTriviaFrom(statement)));
        else if (statement is LocalDeclarationStatementSyntax { Parent: BlockSyntax block, Declaration.Variables: [var variable] } declaration
            && !declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && Region(block, declaration, variable.Identifier.Text) is { } last)
            yield return Fix.In("Lock", title, place, editor =>
            {
                int first = block.Statements.IndexOf(declaration);
                var inside = SyntaxFactory.Block(block.Statements.Skip(first).Take(last - first + 1).Select(Source.Formatted));
                editor.ReplaceNode(block, block.WithStatements(
                    [.. block.Statements.Take(first), Around(scope, inside).WithTriviaFrom(declaration), .. block.Statements.Skip(last + 1)]));
            });
    }

    private static UsingStatementSyntax Around(string scope, StatementSyntax statement) =>
        Source.Formatted(SyntaxFactory.UsingStatement(null, Source.Expression(scope), statement is BlockSyntax
            ? statement : Source.Formatted(statement.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))));

    /// <summary>How the one lock beside a list or tree is named where that is.</summary>
    private static string? LockBeside(FixPlace place, ExpressionSyntax guarded)
    {
        string? holder = guarded switch
        {
            IdentifierNameSyntax => "",
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax } member => Source.Text(member.Expression) + ".",
            _ => null,
        };
        if (holder is null || place.Model.GetSymbolInfo(guarded, place.Cancellation).Symbol is not IFieldSymbol links)
            return null;
        var locks = links.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(field => field.Type.Name is "BpfSpinLock" or "ResilientSpinLock").ToList();
        return locks is [{ Type.Name: "BpfSpinLock" } one] ? holder + one.Name : null;
    }

    /// <summary>The last statement of a block that uses a variable, if what is up to there can all be done with the lock held.</summary>
    private static int? Region(BlockSyntax block, StatementSyntax declaration, string name)
    {
        int first = block.Statements.IndexOf(declaration), last = block.Statements.LastIndexOf(statement => Order.Mentions(statement, name));
        last = Math.Max(first, last);
        var inside = block.Statements.Skip(first + 1).Take(last - first);
        return inside.Any(Calls) || block.Statements.Skip(last + 1).Any(after => inside.Any(declared => Order.DeclaresFor(declared, after))) ? null : last;
    }

    private static bool Calls(SyntaxNode node) => node.DescendantNodes().Any(inner => inner is InvocationExpressionSyntax or ElementAccessExpressionSyntax);

    private static IEnumerable<Fix> HoldLonger(FixPlace place)
    {
        if (place.Related?.FirstAncestorOrSelf<UsingStatementSyntax>() is not { Parent: BlockSyntax block } held)
            yield break;
        int index = block.Statements.IndexOf(held);
        // What stands between the two may be there so that the lock is not held.
        if (Order.IndexIn(block, place.Node) != index + 1 || block.Statements[index + 1] is not { } use || Calls(use)
            || block.Statements.Skip(index + 2).Any(after => Order.DeclaresFor(use, after)))
            yield break;
        yield return Fix.In("HoldLonger", "Do it while the lock is held", place, editor =>
        {
            var inside = held.Statement is BlockSyntax body ? body.AddStatements(Source.Formatted(use))
                : SyntaxFactory.Block(Source.Formatted(held.Statement), Source.Formatted(use));
            editor.ReplaceNode(block, block.WithStatements(block.Statements
                .Replace(held, Source.Formatted(held.WithStatement(inside).WithTriviaFrom(held))).RemoveAt(index + 1)));
        });
    }
}
