using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Inserts a task once: not again after an insert, and also where Enqueue would leave without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InsertFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7005", "SCX7012"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place) => place.Diagnostic.Id == "SCX7005" ? ReturnAfterFirst(place) : InsertBeforeReturn(place);

    private static IEnumerable<Fix> ReturnAfterFirst(FixPlace place)
    {
        if (place.Diagnostic.AdditionalLocations.Where(location => location.SourceTree == place.Root.SyntaxTree)
                .Select(location => place.Root.FindNode(location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>())
                .FirstOrDefault(statement => statement is not null) is not { } first)
            yield break;
        yield return Fix.In("ReturnAfterInsert", "Return after the first insert", place, editor =>
        {
            var leave = Source.Statement(place.Method?.Identifier.Text == "Enqueue" ? "return;" : Last(first) ?? Exits.From(first));
            if (first.Parent is BlockSyntax)
                editor.InsertAfter(first, leave);
            else
                editor.ReplaceNode(first, Source.Formatted(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Block(Source.Statement(Source.Text(first)), leave).WithTriviaFrom(first)));
        });
    }

    /// <summary>How the method ends, if that means the same after a statement within it.</summary>
    private static string? Last(StatementSyntax statement) =>
        statement.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Body?.Statements is { Count: > 0 } all && all.Last() is ReturnStatementSyntax { Expression: IdentifierNameSyntax } last
        && statement.Ancestors().All(around => around is not (ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax))
        && !all.SkipWhile(other => other.SpanStart < statement.SpanStart).Any(later => Order.DeclaresFor(later, last))
            ? Source.Text(last)
            : null;

    private static IEnumerable<Fix> InsertBeforeReturn(FixPlace place)
    {
        if (place.Method is not { Identifier.Text: "Enqueue" } enqueue)
            yield break;
        var insert = Source.Statement(Exits.FallbackInsert(enqueue));
        if (place.Find<ReturnStatementSyntax>() is { } leave)
        {
            yield return Fix.In("Insert", "Insert the task into Dsq.Global", place, editor => Statements.InsertBefore(editor, leave, [insert]));
        }
        else if (enqueue.Body is { } body)
        {
            yield return Fix.In("Insert", "Insert the task into Dsq.Global at the end", place, editor => editor.ReplaceNode(
                body, body.AddStatements(insert)));
        }
    }
}
