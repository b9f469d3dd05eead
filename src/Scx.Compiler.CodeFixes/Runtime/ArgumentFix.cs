using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Passes queues, flags and numbers that sched_ext takes, and no more tasks than it takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ArgumentFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7007", "SCX7011", "SCX7013"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (Call(place) is not { } call)
            yield break;
        switch (place.Diagnostic.Id)
        {
            case "SCX7007" when Argument(place, call, "dsqId") is { } queue:
                yield return Fix.In("UseGlobal", "Insert it into Dsq.Global, from where an allowed CPU takes it", place, editor =>
                    editor.ReplaceNode(queue, Source.Expression("Dsq.Global").WithTriviaFrom(queue)));
                break;
            case "SCX7011" when Argument(place, call, "perf") is { } performance:
                yield return Fix.In("UseMost", "Use CpuPerf.One", place, editor => editor.ReplaceNode(performance, Source.Expression("CpuPerf.One").WithTriviaFrom(performance)));
                break;
            case "SCX7011" when Without(call, "Idle") is var (joined, rest):
                yield return Fix.In("WithoutIdle", "Leave out KickFlags.Idle", place, editor => editor.ReplaceNode(joined, rest.WithTriviaFrom(joined)));
                break;
            case "SCX7011" when Without(call, "Immed") is var (joined, rest):
                yield return Fix.In("WithoutImmed", "Leave out EnqFlags.Immed", place, editor => editor.ReplaceNode(joined, rest.WithTriviaFrom(joined)));
                break;
            // What the condition takes out must not be left behind.
            case "SCX7013" when Loop(call) is WhileStatementSyntax { Condition: not LiteralExpressionSyntax and var condition }:
                yield return Fix.In("UntilFull", "Leave the loop when no more tasks may be inserted", place, editor => editor.ReplaceNode(
                    condition, Source.Expression($"DispatchNrSlots() > 0 && {Operand(condition)}").WithTriviaFrom(condition)));
                break;
            case "SCX7013" when Loop(call) is { } loop && Body(loop) is { Statements.Count: > 0 } body:
                yield return Fix.In("UntilFull", "Leave the loop when no more tasks may be inserted", place, editor => Statements.InsertBefore(
                    editor, body.Statements[0], [Source.Statement("if (DispatchNrSlots() == 0)\nbreak;")]));
                break;
        }
    }

    private static SyntaxNode? Loop(SyntaxNode call) => call.Ancestors().FirstOrDefault(n => n is ForStatementSyntax or WhileStatementSyntax);

    private static string Operand(ExpressionSyntax condition) =>
        condition is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax ? $"({Source.Text(condition)})" : Source.Text(condition);

    private static BlockSyntax? Body(SyntaxNode loop) => (loop is ForStatementSyntax counted ? counted.Statement : ((WhileStatementSyntax)loop).Statement) as BlockSyntax;

    /// <summary>A flag that is or-ed to others, and what is left without it.</summary>
    private static (ExpressionSyntax Joined, ExpressionSyntax Others)? Without(InvocationExpressionSyntax call, string flag)
    {
        var found = call.DescendantNodes().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(m => m.Name.Identifier.Text == flag);
        return found?.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } joined
            ? (joined, joined.Left == found ? joined.Right : joined.Left)
            : null;
    }

    private static InvocationExpressionSyntax? Call(FixPlace place) => place.Node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault()
        ?? place.Node.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault();

    private static ExpressionSyntax? Argument(FixPlace place, InvocationExpressionSyntax call, string name)
    {
        if (place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol method)
            return null;
        int index = method.Parameters.ToList().FindIndex(parameter => parameter.Name == name);
        return index >= 0 && index < call.ArgumentList.Arguments.Count ? call.ArgumentList.Arguments[index].Expression : null;
    }
}
