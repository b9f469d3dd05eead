using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Methods and lambdas that the kernel calls back.</content>
internal sealed partial class IrBuilder
{
    private static bool IsKernelCallback(ITypeSymbol? type) => type?.Attribute(KnownSymbols.KernelCallbackAttribute) is not null;

    /// <summary>Whether a delegate, or what it is made of, is given to the kernel.</summary>
    private static bool IsGivenToKernel(IOperation operation)
    {
        for (var at = operation; at is IDelegateCreationOperation or IFlowAnonymousFunctionOperation or IMethodReferenceOperation or IConversionOperation; at = at.Parent)
        {
            if (at.Parent is IArgumentOperation { Parameter.Type: { } type } && IsKernelCallback(type))
                return true;
        }
        return false;
    }

    /// <summary>The address of the function that the kernel is to call.</summary>
    private Value CallbackAddress(IOperation given, ITypeSymbol type)
    {
        var function = context.Callbacks.Function(new(CallbackMethod(given), typeArguments), (INamedTypeSymbol)type, Spans.Of(given.Syntax));
        var signature = new FunctionType(function.ReturnType, function.ParameterTypes);
        return builder.Emit(new FunctionAddress(function), new PointerType(signature, MemorySpace.Any), function.Name);
    }

    private IMethodSymbol CallbackMethod(IOperation given)
    {
        switch (given)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return CallbackMethod(conversion.Operand);
            case IDelegateCreationOperation creation:
                return CallbackMethod(creation.Target);
            case IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } reference:
                return MostDerived(typeArguments.Of(reference.Method, null), reference.Instance, reference);
            case IFlowAnonymousFunctionOperation lambda:
                RefuseCaptured(lambda);
                return lambda.Symbol;
            default:
                throw new UnsupportedException(Rules.Delegate, Spans.Of(given.Syntax));
        }
    }

    /// <summary>The kernel calls with its own arguments only, so what a lambda captured would not be there.</summary>
    private void RefuseCaptured(IFlowAnonymousFunctionOperation lambda)
    {
        if (context.LocalFunctions.CapturedIn(lambda.Syntax).FirstOrDefault() is { } captured)
            throw new UnsupportedException(Rules.CallbackCaptures, Spans.Of(lambda.Syntax), captured.Name);
    }

    // Roslyn makes the graph of a lambda from that of the method around it.
    private ControlFlowGraph LambdaGraph(IMethodSymbol lambda, ControlFlowGraph outer)
    {
        var operations = outer.Blocks.SelectMany(b => b.BranchValue is { } value ? b.Operations.Append(value) : b.Operations).SelectMany(o => o.DescendantsAndSelf());
        var found = operations.OfType<IFlowAnonymousFunctionOperation>().First(f => f.Symbol.Equals(lambda, SymbolEqualityComparer.Default));
        return outer.GetAnonymousFunctionControlFlowGraphInScope(found, cancellation);
    }

    /// <summary>A call that makes something ready, and where that succeeds one that hands over the callback.</summary>
    private Value CallThenSetCallback(string setterName, IMethodSymbol target, IOperation instance, ImmutableArray<Operand> arguments, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        var holder = LowerAddress(instance);
        var values = ImmutableArray.CreateBuilder<Value>();
        values.Add(holder);
        Value? callback = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            var value = KernelArgument(arguments[i], target.Parameters[i]);
            if (IsKernelCallback(target.Parameters[i].Type))
                callback = value;
            else
                values.Add(value);
        }
        var status = builder.Slot(IrType.S32);
        builder.Store(status, Status(call(values.ToImmutable())));
        var (ready, joined) = (builder.NewBlock("ready"), builder.NewBlock("joined"));
        builder.Branch(builder.Compare(Relation.Equal, builder.Load(status), builder.Constant(IrType.S32, 0)), ready, joined);
        builder.Begin(ready);
        var setter = target.ContainingType.GetMembers(setterName).OfType<IMethodSymbol>().First();
        builder.Store(status, Status(context.Bindings.Function(setter) is { } function
            ? new CallKernel(function, [holder, callback!])
            : new CallHelper(KernelBindings.Helper(setter)!, [holder, callback!])));
        builder.Jump(joined);
        builder.Begin(joined);
        return builder.Load(status);
    }

    private Value Status(CallInstruction call) =>
        call is CallHelper ? builder.Coerce(builder.Emit(call, IrType.U64), IrType.S32) : builder.Emit(call, IrType.S32);
}
