using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Lifetime;

/// <summary>Calls before a lock is taken, or after, what may not be called meanwhile and means the same there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LockedCallFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX3105"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (Called(place) is not { } call || LockAround(place, call) is not { } taken || IsInTurn(call, taken) || !MeansTheSameOutside(place, call, taken))
            yield break;
        if (call.Parent is ExpressionStatementSyntax statement)
        {
            if (taken is UsingStatementSyntax { Statement: BlockSyntax { Statements: { Count: > 1 } inside } } held && inside.Last() == statement)
                yield return Fix.In("CallAfter", "Call it after the lock is let go", place, editor =>
                {
                    editor.InsertAfter(held, Source.Formatted(statement));
                    editor.RemoveNode(statement);
                });
        }
        else if (place.TypeOf(call) is { } type && !type.AllInterfaces.Any(implemented => implemented.Name == nameof(IDisposable)))
        {
            yield return Fix.In("CallBefore", "Call it before the lock is taken, and keep what it yields", place, editor =>
            {
                string name = place.FreeName(call is InvocationExpressionSyntax invocation ? NameFor(invocation) : "value");
                string declaration = call is ElementAccessExpressionSyntax ? $"ref var {name} = ref {Source.Text(call)};" : $"var {name} = {Source.Text(call)};";
                Statements.InsertBefore(editor, taken, [Source.Statement(declaration)], taken.ReplaceNode(call, Source.Expression(name).WithTriviaFrom(call)));
            });
        }
    }

    /// <summary>The call, which of a map with an indexer is one too.</summary>
    private static ExpressionSyntax? Called(FixPlace place) => place.Node.AncestorsAndSelf().TakeWhile(node => node is not StatementSyntax).OfType<ExpressionSyntax>()
        .FirstOrDefault(node => node is InvocationExpressionSyntax
            || node is ElementAccessExpressionSyntax && place.Model.GetSymbolInfo(node, place.Cancellation).Symbol is IPropertySymbol { RefKind: RefKind.Ref });

    /// <summary>The <c>using</c> statement around the call that took the lock.</summary>
    private static UsingStatementSyntax? LockAround(FixPlace place, ExpressionSyntax call) =>
        place.Related?.FirstAncestorOrSelf<UsingStatementSyntax>() is { Parent: BlockSyntax } taken && taken.Statement.Span.Contains(call.Span) ? taken : null;

    /// <summary>Whether it is called for each turn or from elsewhere.</summary>
    private static bool IsInTurn(ExpressionSyntax call, StatementSyntax taken) => call.Ancestors().TakeWhile(node => node != taken).Any(node =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private static bool MeansTheSameOutside(FixPlace place, ExpressionSyntax call, StatementSyntax taken) =>
        call.DescendantNodes().OfType<IdentifierNameSyntax>().All(name => place.Model.GetSymbolInfo(name, place.Cancellation).Symbol switch
        {
            ILocalSymbol { IsConst: true } or IMethodSymbol or INamespaceOrTypeSymbol => true,
            ILocalSymbol or IParameterSymbol => place.Model.AnalyzeDataFlow(taken) is { Succeeded: true } flow
                && !flow.VariablesDeclared.Concat(flow.WrittenInside).Any(symbol => symbol.Name == name.Identifier.Text),
            IFieldSymbol field => field.IsConst || field.IsReadOnly,
            // Of the kernel's objects, which no lock of the scheduler guards.
            IPropertySymbol property => property.RefKind != RefKind.Ref,
            _ => false,
        });

    private static string NameFor(InvocationExpressionSyntax call)
    {
        string method = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : Source.Text(call.Expression);
        return char.ToLowerInvariant(method[0]) + method.Substring(1);
    }
}
