using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <summary>Sizes and alignments in memory, in bytes.</summary>
internal static class Layout
{
    /// <summary>Bytes that a type takes.</summary>
    public static int SizeOf(IrType type) => type switch
    {
        BoolType => 1,
        IntType integer => integer.Bits / 8,
        PointerType or KptrType => 8,
        ArrayType array => SizeOf(array.Element) * array.Length,
        StructType user => user.Size,
        _ => throw new InternalCompilerException(SourceSpan.None, $"{type} has no size of its own"),
    };

    /// <summary>The alignment that the type guarantees wherever it lies.</summary>
    public static int AlignmentOf(IrType type) => type switch
    {
        ArrayType array => AlignmentOf(array.Element),
        StructType user => Math.Max(1, user.Alignment),
        _ => SizeOf(type),
    };

    /// <summary>The alignment given to something we place ourselves: at least 8 where that spares stores narrower than a register.</summary>
    public static int PlacedAlignmentOf(IrType type) => SizeOf(type) >= 8 ? Math.Max(8, AlignmentOf(type)) : AlignmentOf(type);

    /// <summary>The alignment at an offset from an aligned address.</summary>
    public static int AlignmentAt(int alignment, long offset) => offset == 0 ? alignment : (int)Math.Min(alignment, offset & -offset);

    /// <summary>The next multiple of an alignment.</summary>
    public static int AlignUp(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
