using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>Memory that the kernel wants in the caller's frame, and memory of the kernel's that is cleared.</content>
internal sealed partial class IrBuilder
{
    // What was copied into the frame for a call that is being made, and where it came from.
    private readonly List<(Value Copy, Value Origin)> copiedIn = [];

    /// <summary>Memory of the frame with what is at an address: that itself, or a copy until <see cref="CopyBack"/>.</summary>
    private Value InFrame(Value address)
    {
        var type = (PointerType)address.Type;
        if (type.Space == MemorySpace.Stack)
            return address;
        var copy = builder.Slot(type.Target);
        CopyMemory(copy, address, type.Target);
        copiedIn.Add((copy, address));
        return copy;
    }

    /// <summary>
    /// Memory of this frame that the calls of a callback share. The verifier does not take a break for the end (prepare_func_exit() in kernel/bpf/verifier.c): one that is
    /// decided by a number which it knows, it would have to follow through all calls.
    /// </summary>
    private Value SharedInFrame(Value address)
    {
        var shared = InFrame(address);
        ConcealNumbers(shared);
        return shared;
    }

    private void ConcealNumbers(Value address)
    {
        var pointer = (PointerType)address.Type;
        if (pointer.Target is IntType type)
        {
            builder.Store(address, builder.Emit(new Conceal(builder.Load(address)), type));
        }
        else if (pointer.Target is StructType structure)
        {
            for (int i = 0; i < structure.Fields.Length; i++)
                ConcealNumbers(builder.Emit(new FieldAddress(address, structure, i), pointer with { Target = structure.Fields[i].Type }));
        }
    }

    /// <summary>Copies back what was copied since a call's arguments were begun.</summary>
    private void CopyBack(int begun)
    {
        for (; copiedIn.Count > begun; copiedIn.RemoveAt(copiedIn.Count - 1))
        {
            var (copy, origin) = copiedIn[copiedIn.Count - 1];
            CopyMemory(origin, copy, ((PointerType)copy.Type).Target);
        }
    }

    /// <summary>A number of bits as the number of 64-bit words that hold them, where the kernel wants that.</summary>
    private Value InWords(IParameterSymbol parameter, Value number)
    {
        if (parameter.OriginalDefinition.Attribute(KnownSymbols.InWordsAttribute) is null)
            return number;
        var rounded = builder.Emit(new Binary(BinaryOperator.Add, number, builder.Constant(number.Type, 63)), number.Type);
        return builder.Emit(new Binary(BinaryOperator.ShiftRight, rounded, builder.Constant(number.Type, 6)), number.Type);
    }

    private void CopyMemory(Value destination, Value source, IrType type)
    {
        if (type is StructType or ArrayType)
            builder.Add(new Copy(destination, source, type));
        else
            builder.Store(destination, builder.Load(source));
    }

    private void Clear(Value address)
    {
        var type = ((PointerType)address.Type).Target;
        if (type is StructType or ArrayType)
            builder.Add(new Zero(address, type));
        else
            builder.Store(address, Default(type));
    }

    /// <summary>Memory that the kernel hands out with whatever was in it before.</summary>
    private void ClearUnlessNull(Value memory)
    {
        var type = (PointerType)memory.Type;
        var (absent, present) = (builder.NewBlock("absent"), builder.NewBlock("present"));
        builder.Branch(IsNull(memory), absent, present);
        builder.Begin(present);
        Clear(builder.Emit(new Ir.Convert(memory), type with { MayBeNull = false }));
        builder.Jump(absent);
        builder.Begin(absent);
    }
}
