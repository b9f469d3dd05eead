namespace Scx.Compiler.Ir;

/// <summary>Types as dumps and internal errors show them.</summary>
public static class IrTypeText
{
    /// <summary>A type in short: <c>u32</c>, <c>[16 x u32]</c>, <c>TaskCtx</c>, <c>task_struct*kernel?</c> (may be null).</summary>
    /// <param name="type">The type.</param>
    public static string Of(IrType type) => type switch
    {
        VoidType => "void",
        BoolType => "bool",
        IntType integer => $"{(integer.Signed ? 's' : 'u')}{integer.Bits}",
        ArrayType array => $"[{array.Length} x {Of(array.Element)}]",
        StructType structure => structure.Name,
        KernelType kernel => kernel.Name,
        KptrType kptr => $"kptr<{Of(kptr.Target)}>",
        FunctionType function => $"function({string.Join(", ", function.Parameters.Select(Of))}) {Of(function.ReturnType)}",
        MapType map => MapText(map),
        PointerType pointer => $"{Of(pointer.Target)}*{SpaceName(pointer.Space)}{(pointer.MayBeNull ? "?" : "")}",
        _ => throw new InternalCompilerException(SourceSpan.None, $"no text for {type.GetType().Name}"),
    };

    private static string MapText(MapType map)
    {
        string kind = map.Kind.StartsWith("BPF_MAP_TYPE_", StringComparison.Ordinal) ? map.Kind.Substring("BPF_MAP_TYPE_".Length) : map.Kind;
        string contents = string.Join(", ", new[] { map.Key, map.Value }.Where(t => t is not null).Select(t => Of(t!)));
        return $"{kind.ToLowerInvariant()}<{contents}>";
    }

    private static string SpaceName(MemorySpace space) => space switch
    {
        MemorySpace.Stack => "stack",
        MemorySpace.Global => "global",
        MemorySpace.MapValue => "map",
        MemorySpace.Map => "",
        MemorySpace.Kernel => "kernel",
        MemorySpace.Arena => "arena",
        MemorySpace.Object => "object",
        _ => "any",
    };
}
