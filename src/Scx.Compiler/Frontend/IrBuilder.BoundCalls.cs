using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Calls of methods that are bound to a kernel function or a helper.</content>
internal sealed partial class IrBuilder
{
    /// <summary>Calls what a method is bound to.</summary>
    private Value? CallBound(
        CallEffects effects, IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        if (effects.Enters is not null)
            return EnterSection(target, instance, call);
        if (effects.Leaves is not null)
        {
            LeaveSection(target, instance!, call);
            return null;
        }
        if (target.Attribute(KnownSymbols.CallbackSetByAttribute) is { } setBy)
            return CallThenSetCallback(setBy.Text(0), target, instance!, arguments, call);
        var values = ImmutableArray.CreateBuilder<Value>();
        if (target.Attribute(KnownSymbols.KfuncAttribute)?.Named("PassesTypeId", false) == true)
            values.Add(builder.Emit(new TypeId((StructType)((PointerType)context.Types.Lower(target.TypeArguments[0], builder.Span)).Target), IrType.U64));
        if (!target.IsStatic)
            values.Add(target.ContainingType.IsValueType ? LowerAddress(instance!) : Follow(LowerValue(instance!)));
        int copies = copiedIn.Count;
        values.AddRange(KernelArguments(target, arguments));
        var type = context.Types.Lower(target.ReturnType, builder.Span);
        if (context.Types.FrameState(target.ReturnType) is { } state)
            return FilledLast(state, values, v => builder.Add(call(InHelpersOrder(target, v))));
        if (target.Attribute(KnownSymbols.KfuncAttribute)?.Named("ResultBytes", 0) is > 0 and var bytes)
            return FilledByCall(bytes, type, values, call);
        if (effects.Releases is { } given && values[given] is { Type: PointerType { MayBeNull: true } } owned)
            values[given] = NullOrNot(owned);
        if (target.Attribute(KnownSymbols.HelperAttribute)?.Named("PassesSize", false) == true)
            values.Add(builder.Constant(IrType.U64, TypeSize.Of(((PointerType)type).Target)));
        var instruction = call(InHelpersOrder(target, values));
        // Helpers yield whole registers.
        var result = instruction is CallHelper && type is not (PointerType or VoidType)
            ? builder.Coerce(builder.Emit(instruction, IrType.U64), type)
            : Emit(instruction, type);
        CopyBack(copies);
        ForgetHandedOver(target, instance, arguments);
        return result;
    }

    /// <summary>
    /// What may be null and is handed over: the verifier wants to see the constant 0 on the one way and a pointer that is not null on the other.
    /// </summary>
    private Value NullOrNot(Value owned)
    {
        var given = builder.Slot(owned.Type);
        var (absent, present, joined) = (builder.NewBlock("absent"), builder.NewBlock("present"), builder.NewBlock("given"));
        builder.Branch(IsNull(owned), absent, present);
        builder.Begin(absent);
        builder.Store(given, builder.Emit(new NullConstant { IsConcealed = true }, owned.Type));
        builder.Jump(joined);
        builder.Begin(present);
        builder.Store(given, owned);
        builder.Jump(joined);
        builder.Begin(joined);
        return builder.Load(given);
    }

    /// <summary>A variable that was handed over is null from here on, which keeps <c>using</c> from disposing of it.</summary>
    private void ForgetHandedOver(IMethodSymbol target, IOperation? instance, ImmutableArray<Operand> arguments)
    {
        if (instance is not null && target.Attribute(KnownSymbols.HandsOverAttribute) is not null)
            Forget(instance);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (target.Parameters[i].Attribute(KnownSymbols.HandsOverAttribute) is null || arguments[i] is not Operand.Expression { Operation: var given })
                continue;
            Forget(given);
        }
    }

    private void Forget(IOperation given)
    {
        while (given is IConversionOperation { OperatorMethod: null } conversion)
            given = conversion.Operand;
        if (given is ILocalReferenceOperation or IParameterReferenceOperation && LowerAddress(given) is { Type: PointerType { Target: PointerType held } } variable)
            builder.Store(variable, builder.Emit(new NullConstant { IsHandedOver = true }, held));
    }

    private IEnumerable<Value> KernelArguments(IMethodSymbol target, ImmutableArray<Operand> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (IsMessage(target.Parameters[i].Type) || target.Parameters[i].Type.SpecialType == SpecialType.System_String)
            {
                foreach (var value in MessageArguments(arguments[i], forHelper: KernelBindings.Helper(target) is not null))
                    yield return value;
                continue;
            }
            foreach (var value in Sized(arguments[i], target.Parameters[i]))
                yield return value;
        }
    }

    /// <summary>An argument, with its size behind it where the kernel wants that.</summary>
    private IEnumerable<Value> Sized(Operand argument, IParameterSymbol parameter)
    {
        if (parameter.OriginalDefinition.Attribute(KnownSymbols.WithSizeAttribute) is null)
            return [KernelArgument(argument, parameter)];
        if (SpanTypes.Element(parameter.Type) is not null && argument is Operand.Expression { Operation: var span })
            return BytesOf(LowerSpan(span));
        // A number's copy, so that the variable itself need not lie on the stack.
        var type = context.Types.Lower(parameter.Type, builder.Span);
        return WithSize(parameter.RefKind == RefKind.In && type is not StructType ? Spilled(Argument(argument, type)) : KernelArgument(argument, parameter), parameter);
    }

    /// <summary>The first of a span's bytes, and how many there are.</summary>
    private IEnumerable<Value> BytesOf(SpanParts bytes) => [ElementOf(bytes, bytes.Start), Difference(bytes.End, bytes.Start)];

    /// <summary>The arguments as a helper takes them, if a method is bound to one that wants them in an order of its own.</summary>
    private ImmutableArray<Value> InHelpersOrder(IMethodSymbol target, ImmutableArray<Value>.Builder values)
    {
        var order = target.Attribute(KnownSymbols.HelperAttribute)?.NamedArguments.Where(a => a.Key == "ArgumentOrder").SelectMany(a => a.Value.Values).Select(v => (int)v.Value!).ToList();
        return order is not { Count: > 0 } ? values.ToImmutable() : [.. order.Select(i => i < 0 ? builder.Constant(IrType.U64, 0) : values[i])];
    }

    /// <summary>State of the kernel's in this frame, which a call fills through its last argument.</summary>
    private Value FilledLast(StructType state, ImmutableArray<Value>.Builder values, Action<ImmutableArray<Value>.Builder> call)
    {
        var slot = builder.Slot(state);
        values.Add(slot);
        call(values);
        return slot;
    }

    /// <summary>What a kernel function leaves in memory of this frame.</summary>
    private Value FilledByCall(int bytes, IrType type, ImmutableArray<Value>.Builder values, Func<ImmutableArray<Value>, CallInstruction> call)
    {
        var memory = new ArrayType(IrType.U64, bytes / 8);
        var slot = builder.Slot(memory);
        builder.Add(new Zero(slot, memory));
        var filled = builder.Coerce(slot, type);
        values.Add(filled);
        values.Add(builder.Constant(IrType.U64, bytes));
        builder.Add(call(values.ToImmutable()));
        return filled;
    }

    private Value KernelArgument(Operand argument, IParameterSymbol parameter)
    {
        if (IsKernelCallback(parameter.Type))
            return CallbackAddress(((Operand.Expression)argument).Operation, parameter.Type);
        if (parameter.Type.MetadataNameIs(KnownSymbols.CallbackMap))
            return MapArgument(((Operand.Expression)argument).Operation);
        var type = context.Types.Lower(parameter.Type, builder.Span);
        if (parameter.RefKind == RefKind.None && type is not StructType)
            return InWords(parameter, Argument(argument, type));
        var address = argument is Operand.Expression { Operation: var operation } ? LowerAddress(operation) : ((Operand.Computed)argument).Value;
        // The verifier wants memory that the kernel writes to be initialised, and C# code cannot have read it before.
        if (parameter.OriginalDefinition.Attribute(KnownSymbols.OnStackAttribute) is not null)
            address = SharedInFrame(address);
        if (parameter.RefKind == RefKind.Out)
            Clear(address);
        return address;
    }
}
