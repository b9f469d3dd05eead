namespace Scx.Compiler.Ir;

/// <summary>How much memory types take.</summary>
internal static class TypeSize
{
    /// <summary>Bytes of a value in memory.</summary>
    /// <exception cref="InternalCompilerException">It has no size: void, a kernel struct.</exception>
    public static int Of(IrType type) => type switch
    {
        BoolType => 1,
        IntType integer => integer.Bits / 8,
        StructType structure => structure.Size,
        ArrayType array => array.Length * Of(array.Element),
        PointerType or KptrType => 8,
        _ => throw new InternalCompilerException(SourceSpan.None, $"{type} has no size"),
    };
}
