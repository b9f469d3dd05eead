using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Which states of the kernel's may lie together in one piece of memory (btf_parse_fields, kernel 7.3).</summary>
internal static class KernelStates
{
    /// <summary>Refuses a type whose values the kernel makes no map of.</summary>
    /// <param name="type">What a value is.</param>
    /// <param name="name">The user's word for the map, the field or the class.</param>
    /// <param name="span">Its declaration.</param>
    /// <exception cref="UnsupportedException">There are two locks in it, or a tree or list without one.</exception>
    public static void CheckTogether(IrType type, string name, SourceSpan span)
    {
        var states = Of(type).ToList();
        if (states.Count(s => s.IsLock) > 1)
            throw new UnsupportedException(Rules.LockBeside, span, name, "holds two locks in one value, and the kernel takes one; give each a struct, and so a map or a field, of its own");
        if (states.Any(s => s.LinksObjects) && !states.Any(s => s.IsLock))
            throw new UnsupportedException(Rules.LockBeside, span, name, "holds a tree or list without the lock that guards it; put a BpfSpinLock beside it");
    }

    /// <summary>Every state in a piece of memory.</summary>
    public static IEnumerable<StructType> Of(IrType type) => type switch
    {
        StructType { IsKernelState: true } state => [state],
        StructType structure => structure.Fields.SelectMany(f => Of(f.Type)),
        ArrayType array => Of(array.Element),
        _ => [],
    };
}
