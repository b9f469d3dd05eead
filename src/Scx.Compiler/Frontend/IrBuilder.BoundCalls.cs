using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
        var values = ImmutableArray.CreateBuilder<Value>();
        if (!target.IsStatic)
            values.Add(target.ContainingType.IsValueType ? LowerAddress(instance!) : Follow(LowerValue(instance!)));
        values.AddRange(KernelArguments(target, arguments));
        var type = context.Types.Lower(target.ReturnType, builder.Span);
        if (target.Attribute(KnownSymbols.KfuncAttribute)?.Named("ResultBytes", 0) is > 0 and var bytes)
            return FilledByCall(bytes, type, values, call);
        var instruction = call(values.ToImmutable());
        // Helpers yield whole registers.
        return instruction is CallHelper && type is not (PointerType or VoidType)
            ? builder.Coerce(builder.Emit(instruction, IrType.U64), type)
            : Emit(instruction, type);
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
            yield return KernelArgument(arguments[i], target.Parameters[i]);
        }
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
        var type = context.Types.Lower(parameter.Type, builder.Span);
        if (parameter.RefKind == RefKind.None && type is not StructType)
            return Argument(argument, type);
        var address = argument is Operand.Expression { Operation: var operation } ? LowerAddress(operation) : ((Operand.Computed)argument).Value;
        // The verifier wants memory that the kernel writes to be initialised, and C# code cannot have read it before.
        if (parameter.RefKind == RefKind.Out)
            builder.Store(address, Default(((PointerType)address.Type).Target));
        return address;
    }
}
