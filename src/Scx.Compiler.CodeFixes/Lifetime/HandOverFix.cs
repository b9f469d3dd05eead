using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Finishes with what is handed over before that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HandOverFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX3007", "SCX3009"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Related?.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } given)
            yield break;
        int from = block.Statements.IndexOf(given), used = Order.IndexIn(block, place.Node);
        if (place.Diagnostic.Id == "SCX3007")
        {
            if (EndsRecord(place, out var second))
                yield return Fix.In("Remove", "Remove it: the record is handed over already", place, editor => editor.RemoveNode(second!));
            else if (used > from && EndsRecord(given, place.Argument(0)) && LastUse(block, used, place.Argument(0)) is var last
                && !block.Statements.Skip(from + 1).Take(last - from).Any(Order.MayLeave))
                yield return Fix.In("HandOverAfter", "Hand the record over after its last use", place, editor => Order.Move(editor, block, from, last));
        }
        // What stands between the two may have to stay between them.
        else if (used == from + 1 && block.Statements[used] is ExpressionStatementSyntax use && !Order.DeclaresFor(given, use))
        {
            yield return Fix.In("UseBefore", "Do it before the object is handed over", place, editor => Order.Move(editor, block, used, from));
        }
    }

    private static bool EndsRecord(FixPlace place, out StatementSyntax? statement)
    {
        statement = place.Find<StatementSyntax>();
        return statement is { Parent: BlockSyntax } && EndsRecord(statement, place.Argument(0));
    }

    private static bool EndsRecord(StatementSyntax statement, string name) => statement is ExpressionStatementSyntax
    {
        Expression: InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax record, Name.Identifier.Text: "Submit" or "Discard" or "Dispose" },
        },
    } && record.Identifier.Text == name;

    private static int LastUse(BlockSyntax block, int least, string name) =>
        Math.Max(least, block.Statements.LastIndexOf(statement => Order.Mentions(statement, name)));
}
