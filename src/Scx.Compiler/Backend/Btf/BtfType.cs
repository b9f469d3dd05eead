using System.Collections.Immutable;

namespace Scx.Compiler.Backend.Btf;

/// <summary>Kinds of BTF type (include/uapi/linux/btf.h, BTF_KIND_*).</summary>
public enum BtfKind
{
    /// <summary>void.</summary>
    Void,

    /// <summary>An integer.</summary>
    Int,

    /// <summary>A pointer.</summary>
    Pointer,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum of 32 bits.</summary>
    Enum,

    /// <summary>A struct or union declared only.</summary>
    Forward,

    /// <summary>A typedef.</summary>
    Typedef,

    /// <summary>volatile.</summary>
    Volatile,

    /// <summary>const.</summary>
    Const,

    /// <summary>restrict.</summary>
    Restrict,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A function's type.</summary>
    FunctionPrototype,

    /// <summary>A global variable.</summary>
    Variable,

    /// <summary>The variables of a section.</summary>
    DataSection,

    /// <summary>A floating-point number.</summary>
    Float,

    /// <summary>A tag on a declaration.</summary>
    DeclarationTag,

    /// <summary>A tag on a type.</summary>
    TypeTag,

    /// <summary>An enum of 64 bits.</summary>
    Enum64,
}

/// <summary>A type.</summary>
/// <param name="Id">Number by which others refer to it; 0 is void.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Empty if it has none.</param>
/// <param name="SizeOrType">Bytes, or the number of the type it is about, by kind.</param>
public sealed record BtfType(int Id, BtfKind Kind, string Name, uint SizeOrType)
{
    /// <summary>
    /// Members of a struct (offset in bits), values of an enum, parameters of a prototype, variables of a section (offset and size in
    /// bytes).
    /// </summary>
    public ImmutableArray<BtfMember> Members { get; init; } = [];

    /// <summary>Of an array: type of the elements.</summary>
    public int Element { get; init; }

    /// <summary>Of an array: number of elements. Of an integer: its encoding word. Of a function or variable: its linkage.</summary>
    public uint Detail { get; init; }

    /// <summary>Where the record starts in the type section, in bytes.</summary>
    internal int Offset { get; init; }
}

/// <summary>A part of a type.</summary>
/// <param name="Name">Empty if it has none.</param>
/// <param name="Type">Number of its type; 0 for an enum's value.</param>
/// <param name="Value">Offset or value, as <see cref="BtfType.Members"/> says.</param>
/// <param name="Size">Bytes, for a variable of a section.</param>
public sealed record BtfMember(string Name, int Type, long Value, uint Size = 0);
