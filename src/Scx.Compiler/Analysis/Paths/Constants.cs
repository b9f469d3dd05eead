using Scx.Compiler.Analysis.Values;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>What lies in memory that never changes, such as a <c>static readonly</c> number or an element of a constant table: LLVM reads it while it compiles.</summary>
internal static class Constants
{
    /// <summary>The number at an address, or null if it is none that is known.</summary>
    /// <param name="address">Where.</param>
    /// <param name="type">The type as which it is read.</param>
    /// <param name="state">What is known of indexes.</param>
    public static long? At(Symbol address, IrType type, PathState state)
    {
        if (type is not (IntType or BoolType) || ((PointerType)address.Type).Target != type || OffsetOf(address, state) is not { } at
            || PathState.Root(address) is not Storage { Global: { NeverChanges: true, InitialBytes: var bytes } } || at + TypeSize.Of(type) > bytes.Length)
            return null;
        long number = 0;
        for (int i = TypeSize.Of(type) - 1; i >= 0; i--)
            number = number << 8 | bytes[(int)at + i];
        return type is IntType { Signed: true, Bits: var bits } ? NumberRange.SignExtend(unchecked((ulong)number), bits) : number;
    }

    private static long? OffsetOf(Symbol address, PathState state)
    {
        if (address is not Part part)
            return 0;
        var target = ((PointerType)part.Type).Target;
        long? within = (((PointerType)part.Whole.Type).Target, part.Selector) switch
        {
            (ArrayType array, Symbol index) when array.Element == target && state.Range(index).Single is { } element && element < (ulong)array.Length => (long)element * TypeSize.Of(target),
            (StructType structure, int field) when structure.Fields[field].Type == target => structure.Fields[field].Offset,
            _ => null,
        };
        return OffsetOf(part.Whole, state) + within;
    }
}
