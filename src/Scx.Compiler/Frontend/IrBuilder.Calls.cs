using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

internal sealed partial class IrBuilder
{
    /// <summary>A call; null if it yields nothing.</summary>
    private Value? LowerInvocation(IInvocationOperation invocation)
    {
        if (MapBindings.Operation(invocation.TargetMethod) is { } operation)
            return LowerMapCall(operation, invocation);
        if (LowerIntrinsic(invocation) is { } value)
            return value;
        return LowerCall(invocation, null);
    }

    private Value? LowerCall(IInvocationOperation invocation, Value? structResultAddress) =>
        LowerCall(invocation.TargetMethod, invocation.Instance, InOrder(invocation.Arguments), invocation, structResultAddress);

    // C# evaluates arguments as written, the signature wants them as declared.
    private static ImmutableArray<IOperation> InOrder(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value)];

    private Value? LowerCall(
        IMethodSymbol target, IOperation? instance, ImmutableArray<IOperation> arguments, IOperation call, Value? structResultAddress = null)
    {
        (target, instance) = Implementation(typeArguments.Of(target, (call as IInvocationOperation)?.ConstrainedToType), instance);
        if (context.Bindings.Function(target) is { } iteratorFunction && !target.IsStatic && IsKernelIterator(target.ContainingType))
            return CallIterator(iteratorFunction, target, instance!, arguments);
        if (context.Bindings.Function(target) is { } kernelFunction)
            return CallBound(kernelFunction.Effects, target, instance, arguments, values => new CallKernel(kernelFunction, values));
        if (KernelBindings.Helper(target) is { } helper)
            return CallBound(helper.Effects, target, instance, arguments, values => new CallHelper(helper, values));
        target = MostDerived(target, instance, call);
        if (target.DeclaringSyntaxReferences.IsEmpty || target.IsAbstract)
            throw NotCallable(target, call);

        return Call(target, Arguments(target, () => LowerAddress(instance!), arguments, structResultAddress));
    }

    /// <summary>The values for a method's parameters, computed in their order.</summary>
    private ImmutableArray<Value> Arguments(
        IMethodSymbol target, Func<Value> instance, ImmutableArray<IOperation> arguments, Value? structResultAddress = null)
    {
        var values = ImmutableArray.CreateBuilder<Value>();
        int next = 0;
        foreach (var parameter in context.Signature(target, builder.Span).Parameters)
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

    private Value? Call(IMethodSymbol target, ImmutableArray<Value> values)
    {
        var reference = context.Reference(target, builder.Span);
        var instruction = new Call(reference, values);
        if (reference.ReturnType is not VoidType)
            return builder.Emit(instruction, reference.ReturnType);
        builder.Add(instruction);
        return null;
    }

    /// <summary>Calls a setter with a value that is there already.</summary>
    private void CallWith(IMethodSymbol setter, IOperation? instance, Value value)
    {
        setter = MostDerived(typeArguments.Of(setter, null), instance, instance!);
        if (setter.DeclaringSyntaxReferences.IsEmpty)
            throw NotCallable(setter, instance!);
        var values = ImmutableArray.CreateBuilder<Value>();
        foreach (var parameter in context.Signature(setter, builder.Span).Parameters)
        {
            values.Add(parameter.Role switch
            {
                ParameterRole.This => builder.Coerce(LowerAddress(instance!), parameter.Type),
                ParameterRole.Value => builder.Coerce(value, parameter.Type),
                _ => throw Unsupported(instance!, $"Changing '{setter.AssociatedSymbol?.Name}' in place"),
            });
        }
        Call(setter, values.ToImmutable());
    }

    /// <summary>A constructor, on a struct that is already there.</summary>
    private void CallOn(Value address, IMethodSymbol constructor, ImmutableArray<IArgumentOperation> arguments)
    {
        if (BodyOf(constructor) is null)
            throw new UnsupportedException(Rules.Unsupported, builder.Span, $"The primary constructor of '{constructor.ContainingType.Name}'");
        Call(constructor, Arguments(constructor, () => address, InOrder(arguments)));
    }

    private Value Argument(IOperation argument, IrType type)
    {
        var value = LowerValue(argument);
        return type is PointerType { MayBeNull: false } && value.Type is PointerType { MayBeNull: true }
            ? builder.Coerce(Follow(value), type)
            : builder.Coerce(value, type);
    }

    private Value ArgumentAddress(IOperation argument, MethodParameter parameter)
    {
        var address = LowerAddress(argument);
        var target = ((PointerType)parameter.Type).Target;
        if (((IParameterSymbol)parameter.Symbol!).RefKind != RefKind.None || target is not StructType)
            return address;
        // A struct passed by value is the callee's own.
        var copy = builder.Slot(target);
        builder.Add(new Copy(copy, address, target));
        return copy;
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
        if (!target.IsVirtual && !target.IsAbstract && !target.IsOverride)
            return target;
        if (instance is not IInstanceReferenceOperation || target.ContainingType.TypeKind == TypeKind.Interface)
            throw new UnsupportedException(Rules.VirtualCall, Spans.Of(call.Syntax), Display(target));
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

    private UnsupportedException NotCallable(IMethodSymbol target, IOperation call)
    {
        var span = Spans.Of(call.Syntax);
        if (target.IsAbstract)
            return new(Rules.VirtualCall, span, Display(target));
        if (target.ContainingType.TypeKind == TypeKind.Delegate)
            return new(Rules.Delegate, span);
        if (target.ReturnType.SpecialType == SpecialType.System_String)
            return new(Rules.StringBuilt, span, $"'{Display(target)}'");
        return new(Rules.UnknownApi, span, Display(target));
    }
}
