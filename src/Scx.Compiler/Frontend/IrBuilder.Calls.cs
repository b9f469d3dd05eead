using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>A call: what was evaluated, or null if it yields nothing.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="structResult">Where a struct that it yields goes.</param>
    private Value? LowerInvocation(IInvocationOperation invocation, Value? structResult)
    {
        if (MapBindings.Operation(invocation.TargetMethod) is { } operation)
            return LowerMapCall(operation, invocation);
        if (IsMessage(invocation.TargetMethod.ContainingType))
        {
            AppendToMessage(invocation);
            return null;
        }
        if (TryLowerTableCall(invocation, out var tableResult))
            return tableResult;
        if (TryLowerSpanCall(invocation, out var spanResult))
            return spanResult;
        if ((ArenaCall(invocation) ?? LowerIntrinsic(invocation)) is { } value)
            return value;
        return LowerCall(invocation.TargetMethod, invocation.Instance, Ordered(invocation.Arguments), invocation, structResult) ?? structResult;
    }

    private static ImmutableArray<IOperation> InOrder(ImmutableArray<IArgumentOperation> arguments, Func<IArgumentOperation, bool>? which = null) =>
        [.. arguments.Where(which ?? (_ => true)).OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value)];

    /// <summary>Arguments as the signature wants them. C# computes them as they are written, which named arguments may tell apart.</summary>
    private ImmutableArray<Operand> Ordered(ImmutableArray<IArgumentOperation> arguments)
    {
        bool asDeclared = true;
        for (int i = 1; i < arguments.Length; i++)
            asDeclared &= arguments[i].Parameter!.Ordinal > arguments[i - 1].Parameter!.Ordinal;
        if (asDeclared)
            return [.. arguments.Select(a => Operand.Of(a.Value))];
        var computed = arguments.Select(a => (a.Parameter!.Ordinal, Operand: a.Parameter.RefKind == RefKind.None
            ? Operand.Of(Stable(a.Value))
            : Operand.Of(LowerAddress(a.Value)))).ToList();
        return [.. computed.OrderBy(c => c.Ordinal).Select(c => c.Operand)];
    }

    private static ImmutableArray<Operand> Operands(params IOperation[] operations) => [.. operations.Select(Operand.Of)];

    private Value? LowerCall(
        IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments, IOperation call, Value? structResultAddress = null)
    {
        (target, instance) = Implementation(typeArguments.Of(target, ConstrainedType(call) ?? Receiver(instance)), instance);
        if (LibraryMethods.ExtensionImplementation(target) is { } extension)
            return LowerExtension(extension, target, instance, arguments, call, structResultAddress);
        if ((LowerEquals(target, instance, arguments) ?? LowerCompare(target, instance, arguments)) is { } compared)
            return compared;
        if (context.Bindings.Function(target) is { } iteratorFunction && !target.IsStatic && IsKernelIterator(target.ContainingType))
            return CallIterator(iteratorFunction, target, instance!, arguments);
        if (context.Bindings.Function(target) is { } kernelFunction)
            return CallBound(kernelFunction.Effects, target, instance, arguments, values => new CallKernel(kernelFunction, values));
        if (KernelBindings.Helper(target) is { } helper)
            return CallBound(helper.Effects, target, instance, arguments, values => new CallHelper(helper, values));
        if (LowerNumber(target, instance, arguments) is { } number)
            return number;
        if (IsOfInterface(target) && instance?.Type is { } on && IsStruct(on))
            return CallMethod(target, () => Boxed(instance), arguments, call, structResultAddress, typeArguments.Of(on));
        target = MostDerived(LibraryMethods.StandIn(context.Compilation, target), instance, call);
        // A local function is called on what the method around it is.
        return CallMethod(target, () => instance is null ? self! : ReceiverAddress(instance, target), arguments, call, structResultAddress);
    }

    /// <summary>A method that an interface has a body for: C# calls it on a struct in a box, a copy.</summary>
    private static bool IsOfInterface(IMethodSymbol target) => target is { IsStatic: false, IsAbstract: false, ContainingType.TypeKind: TypeKind.Interface };

    // What such a method calls on itself is called on the same box.
    private Value Boxed(IOperation instance) =>
        Receiver(instance) is not null ? LowerAddress(instance) : CopyOf(Evaluate(instance));

    /// <summary>The struct that <c>this</c> is in an interface's method; null for anything else.</summary>
    private ITypeSymbol? Receiver(IOperation? instance) => instance switch
    {
        IInstanceReferenceOperation => typeArguments.Receiver,
        IConversionOperation { OperatorMethod: null, Operand: IInstanceReferenceOperation } => typeArguments.Receiver,
        _ => null,
    };

    /// <summary>A member of an extension block: the static method that C# makes of it takes the receiver first.</summary>
    private Value? LowerExtension(
        IMethodSymbol extension, IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments, IOperation call, Value? structResultAddress)
    {
        if (!target.IsStatic && instance is not null)
            arguments = arguments.Insert(0, Operand.Of(instance));
        return CallMethod(extension, () => throw new InternalCompilerException(builder.Span, "an extension has no receiver of its own"), arguments, call, structResultAddress);
    }

    private Value? CallMethod(
        IMethodSymbol target, Func<Value> instance, ImmutableArray<Operand> arguments, IOperation? call, Value? structResultAddress = null, ITypeSymbol? receiver = null)
    {
        target = target.PartialImplementationPart ?? target;
        if (target.DeclaringSyntaxReferences.IsEmpty || target.IsAbstract || IsTextOrHash(target))
            throw NotCallable(target, call);
        return Call(target, Arguments(target, instance, arguments, structResultAddress, receiver), receiver);
    }

    private static ITypeSymbol? ConstrainedType(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.ConstrainedToType,
        IPropertyReferenceOperation property => property.ConstrainedToType,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        ICompoundAssignmentOperation compound => compound.ConstrainedToType,
        IIncrementOrDecrementOperation increment => increment.ConstrainedToType,
        _ => null,
    };

    /// <summary>The values for a method's parameters, computed in their order.</summary>
    private ImmutableArray<Value> Arguments(
        IMethodSymbol target, Func<Value> instance, ImmutableArray<Operand> arguments, Value? structResultAddress = null, ITypeSymbol? receiver = null)
    {
        var values = ImmutableArray.CreateBuilder<Value>();
        int next = 0;
        foreach (var parameter in context.Signature(new(target, typeArguments, receiver), builder.Span).Parameters)
        {
            var type = parameter.Type;
            values.Add(parameter.Role switch
            {
                ParameterRole.Result => builder.Coerce(structResultAddress ?? builder.Slot(((PointerType)type).Target), type),
                ParameterRole.This => builder.Coerce(instance(), type),
                ParameterRole.Captured => builder.Coerce(VariableAddress(parameter.Symbol!), type),
                ParameterRole.Address => builder.Coerce(ArgumentAddress(arguments[next++], parameter), type),
                _ => Argument(arguments[next++], type),
            });
        }
        return values.ToImmutable();
    }

    private Value? Call(IMethodSymbol target, ImmutableArray<Value> values, ITypeSymbol? receiver = null)
    {
        var reference = context.Reference(new(target, typeArguments, receiver), builder.Span);
        var instruction = new Call(reference, values);
        if (reference.ReturnType is not VoidType)
            return builder.Emit(instruction, reference.ReturnType);
        builder.Add(instruction);
        return null;
    }

    /// <summary>A constructor, on a struct that is already there.</summary>
    private void CallOn(Value address, IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments)
    {
        constructor = LibraryMethods.StandIn(context.Compilation, typeArguments.Of(constructor, null));
        Call(constructor, Arguments(constructor, () => address, Ordered(arguments)));
    }

    private Value Argument(Operand argument, IrType type)
    {
        var value = argument is Operand.Computed computed ? computed.Value : LowerValue(((Operand.Expression)argument).Operation);
        return type is PointerType { MayBeNull: false } && value.Type is PointerType { MayBeNull: true }
            ? builder.Coerce(Follow(value), type)
            : builder.Coerce(value, type);
    }

    private Value ArgumentAddress(Operand argument, MethodParameter parameter)
    {
        var target = ((PointerType)parameter.Type).Target;
        bool byReference = ((IParameterSymbol)parameter.Symbol!).RefKind != RefKind.None;
        var address = argument is Operand.Computed computed
            ? target is StructType || byReference ? computed.Value : Spilled(computed.Value)
            : LowerAddress(((Operand.Expression)argument).Operation);
        // A struct passed by value is the callee's own.
        return byReference || target is not StructType ? address : CopyOf(address);
    }

    private Value CopyOf(Value address)
    {
        var type = ((PointerType)address.Type).Target;
        var copy = builder.Slot(type);
        CopyStruct(copy, address, type);
        return copy;
    }

    private Value Spilled(Value value)
    {
        var slot = builder.Slot(value.Type);
        builder.Store(slot, value);
        return slot;
    }

    /// <summary>What an interface call on a class or struct known now leads to, as <c>using</c> makes one to <c>Dispose</c>.</summary>
    private (IMethodSymbol Target, IOperation? Instance) Implementation(IMethodSymbol target, IOperation? instance)
    {
        if (target.ContainingType.TypeKind != TypeKind.Interface || instance is null)
            return (target, instance);
        var known = instance is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : instance;
        return known.Type is { } written && typeArguments.Of(written) is { IsSealed: true } type && type.FindImplementationForInterfaceMember(target) is IMethodSymbol method
            ? (method, known)
            : (target, instance);
    }

    /// <summary>The method that runs: a scheduler is one known class, so its virtual methods are known too.</summary>
    private IMethodSymbol MostDerived(IMethodSymbol target, IOperation? instance, IOperation call)
    {
        if ((!target.IsVirtual && !target.IsAbstract && !target.IsOverride) || target is { IsStatic: true, IsAbstract: false })
            return target;
        if (instance is not IInstanceReferenceOperation || target.ContainingType.TypeKind == TypeKind.Interface)
            throw target.ReturnType.SpecialType == SpecialType.System_String || target is { ContainingType.IsValueType: true, DeclaringSyntaxReferences.IsEmpty: true }
                ? NotCallable(target, call)
                : new UnsupportedException(Rules.VirtualCall, Spans.Of(call.Syntax), Display(target), KnownInstead);
        if (call.Syntax.ToString().StartsWith("base.", StringComparison.Ordinal))
            return target;
        for (var at = context.Model.Class; at is not null; at = at.BaseType)
        {
            foreach (var method in at.GetMembers(target.Name).OfType<IMethodSymbol>())
            {
                for (var slot = method; slot is not null; slot = slot.OverriddenMethod)
                {
                    if (slot.Equals(target, SymbolEqualityComparer.Default))
                        return method;
                }
            }
        }
        return target;
    }

    private const string KnownInstead = "call a method that is not virtual, or use a constrained generic parameter";

    private UnsupportedException NotCallable(IMethodSymbol target, IOperation? call)
    {
        var span = call is null ? builder.Span : Spans.Of(call.Syntax);
        if (target.IsAbstract)
            return new(Rules.VirtualCall, span, Display(target), KnownInstead);
        if (target.ContainingType.TypeKind == TypeKind.Delegate)
            return new(Rules.Delegate, span);
        if (target.ReturnType.SpecialType == SpecialType.System_String)
            return new(Rules.StringBuilt, span, $"'{Display(target)}'");
        return new(Rules.UnknownApi, span, Display(target));
    }
}
