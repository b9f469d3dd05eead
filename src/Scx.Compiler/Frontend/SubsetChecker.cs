using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            IForEachLoopOperation loop => RefusedEnumerator(loop),
            ICollectionExpressionOperation { Type: { IsReferenceType: true } type } made when !IsTakenAsSpan(made) =>
                new(Rules.HeapObject, Spans.Of(operation.Syntax), TypeLowering.Display(type)),
            IAwaitOperation => new(Rules.StateMachine, Spans.Of(operation.Syntax), "await"),
            IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => new(Rules.StateMachine, span, "yield"),
            _ => null,
        };
    }

    private static bool IsTakenAsSpan(IOperation made) => made.Parent is IConversionOperation { Type.IsRefLikeType: true };

    /// <summary>An enumerator is a struct that the compiler knows or has the source of; one of .NET's collections lives on the heap.</summary>
    private static UnsupportedException? RefusedEnumerator(IForEachLoopOperation loop)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax || loop.SemanticModel is not { } model)
            return null;
        var collection = Spans.Of(syntax.Expression);
        if (!syntax.AwaitKeyword.IsKind(SyntaxKind.None))
            return new(Rules.StateMachine, Spans.Of(syntax.AwaitKeyword), "await");
        var enumerator = model.GetForEachStatementInfo(syntax).GetEnumeratorMethod?.ReturnType;
        bool known = enumerator is { IsValueType: true } or ITypeParameterSymbol
            && (!enumerator.DeclaringSyntaxReferences.IsEmpty || enumerator.Attribute(KnownSymbols.KernelIteratorAttribute) is not null
                || enumerator.ContainingType is { } outer && (outer.MetadataNameIs("System.Span`1") || outer.MetadataNameIs("System.ReadOnlySpan`1")));
        if (model.GetTypeInfo(syntax.Expression).Type is IArrayTypeSymbol && model.GetSymbolInfo(syntax.Expression).Symbol is IFieldSymbol { IsStatic: true, IsReadOnly: true })
            return null;
        // What made the object is the mistake, and refused where it stands.
        if (model.GetSymbolInfo(syntax.Expression).Symbol is ILocalSymbol)
            return null;
        return known ? null : new(Rules.ForEachOnHeap, collection, TypeLowering.Display(model.GetTypeInfo(syntax.Expression).Type!));
    }
}
