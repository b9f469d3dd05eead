using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>What a scope is in a program: <c>Scx.Bindings.ScopeHandle</c>.</summary>
internal enum ScopeHandle
{
    None,
    Object,
    ObjectUnlessFailed,
    Frame,
}

/// <summary>Structs that stand for a section and hold nothing but what the call that ends it takes.</summary>
internal static class Scopes
{
    /// <summary>What a scope holds, or null if the type is none.</summary>
    public static ScopeHandle? HandleOf(ITypeSymbol type) =>
        type.Attribute(KnownSymbols.ScopeAttribute) is { } attribute ? (ScopeHandle)(int)attribute.ConstructorArguments[0].Value! : null;

    /// <summary>The scope as a value.</summary>
    public static IrType Type(ScopeHandle handle) => handle switch
    {
        ScopeHandle.None => IrType.U8,
        ScopeHandle.Frame => new PointerType(IrType.U64, MemorySpace.Stack),
        _ => new PointerType(IrType.Void, MemorySpace.Any, MayBeNull: handle == ScopeHandle.ObjectUnlessFailed),
    };
}
