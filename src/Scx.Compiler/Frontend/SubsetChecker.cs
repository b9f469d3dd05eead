using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;

namespace Scx.Compiler.Frontend;

/// <summary>Finds statements that no lowering could make sense of, before the control flow graph takes them apart.</summary>
internal static class SubsetChecker
{
    /// <summary>Reports what it finds; false if the body is better left alone.</summary>
    public static bool Check(IOperation body, DiagnosticBag diagnostics)
    {
        bool right = true;
        var pending = new Stack<IOperation>([body]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (Refuse(operation) is { } refused)
            {
                diagnostics.Report(refused);
                right = false;
                continue;
            }
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }
        return right;
    }

    private static UnsupportedException? Refuse(IOperation operation)
    {
        var span = Spans.Of(operation.Syntax.GetFirstToken());
        return operation switch
        {
            IThrowOperation { IsImplicit: false } => new(Rules.Exception, Spans.Of(operation.Syntax), "throw"),
            ITryOperation { Catches.IsEmpty: false } => new(Rules.Exception, span, "catch"),
            ILockOperation => new(Rules.LockStatement, span),
            IAwaitOperation => new(Rules.StateMachine, Spans.Of(operation.Syntax), "await"),
            IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => new(Rules.StateMachine, span, "yield"),
            IForEachLoopOperation => new(Rules.Unsupported, span, "foreach"),
            _ => null,
        };
    }
}
