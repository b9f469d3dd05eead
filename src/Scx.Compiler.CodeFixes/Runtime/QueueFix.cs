using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Runtime;

/// <summary>Creates, empties and uses queues as sched_ext wants it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class QueueFix : SchedulerCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX7001", "SCX7002", "SCX7003", "SCX7015"];

    /// <inheritdoc/>
    protected override bool Alone => true;

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        if (place.Class is not { } scheduler || Call(place) is not { } call)
            yield break;
        switch (place.Diagnostic.Id)
        {
            case "SCX7001" when Queue(place, call) is { } queue:
                yield return Fix.In("CreateQueue", $"Create queue {queue} in Init", place, editor => Create(editor, scheduler, queue));
                break;
            case "SCX7002" when Queue(place, call) is { } queue:
                yield return Fix.In("MoveInDispatch", $"Move tasks out of queue {queue} in Dispatch", place, editor => Members.Prepend(
                    editor, scheduler, "Dispatch", [Source.Statement($"DsqMoveToLocal({queue});")], "void Dispatch(int cpu, TaskStruct? prev)", null));
                break;
            case "SCX7003" when call.ArgumentList.Arguments is { Count: >= 4 } arguments:
                yield return Fix.In("InsertInOrder", "Insert it first-in first-out", place, editor => editor.ReplaceNode(call, call
                    .WithExpression(SyntaxFactory.IdentifierName("DsqInsert").WithTriviaFrom(call.Expression))
                    .WithArgumentList(call.ArgumentList.WithArguments(arguments.RemoveAt(3)))));
                break;
            case "SCX7015" when call.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }:
                yield return Fix.In("RemoveCall", "Remove it: the kernel moves these tasks itself", place, editor => editor.RemoveNode(method));
                break;
            case "SCX7015" when call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement:
                yield return Fix.In("RemoveCall", "Remove it: the kernel moves these tasks itself", place, editor => editor.RemoveNode(statement));
                break;
        }
    }

    private static void Create(Microsoft.CodeAnalysis.Editing.SyntaxEditor editor, ClassDeclarationSyntax scheduler, string queue)
    {
        if (Members.Callback(scheduler, "Init") is null)
            Members.Add(editor, scheduler, $"public override int Init() => CreateDsq({queue});");
        else
            Members.Prepend(editor, scheduler, "Init", [Source.Statement($"if (CreateDsq({queue}) is < 0 and var error)\nreturn error;")], "int Init()", "0");
    }

    private static InvocationExpressionSyntax? Call(FixPlace place) => place.Node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault()
        ?? place.Node.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault();

    /// <summary>The argument that is the queue's number, as it is written; null if it means something in this method only.</summary>
    private static string? Queue(FixPlace place, InvocationExpressionSyntax call)
    {
        if (place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol method)
            return null;
        int index = method.Parameters.ToList().FindIndex(parameter => parameter.Name == "dsqId");
        if (index < 0 || index >= call.ArgumentList.Arguments.Count)
            return null;
        var queue = call.ArgumentList.Arguments[index].Expression;
        bool isOfMethod = queue.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => place.Model.GetSymbolInfo(name, place.Cancellation).Symbol is ILocalSymbol { IsConst: false } or IParameterSymbol);
        return isOfMethod ? null : Source.Text(queue);
    }
}
