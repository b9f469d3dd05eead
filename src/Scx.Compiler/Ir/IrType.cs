using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>The type of an IR value or of memory. A closed set: every case is in this file.</summary>
public abstract record IrType
{
    private protected IrType() { }

    /// <summary>No value.</summary>
    public static readonly VoidType Void = new();

    /// <summary>C# <c>bool</c>: one bit as a value, one byte in memory, always 0 or 1.</summary>
    public static readonly BoolType Bool = new();

    /// <summary>C# <c>sbyte</c>.</summary>
    public static readonly IntType S8 = new(8, true);

    /// <summary>C# <c>byte</c>.</summary>
    public static readonly IntType U8 = new(8, false);

    /// <summary>C# <c>short</c>.</summary>
    public static readonly IntType S16 = new(16, true);

    /// <summary>C# <c>ushort</c> and <c>char</c>.</summary>
    public static readonly IntType U16 = new(16, false);

    /// <summary>C# <c>int</c>.</summary>
    public static readonly IntType S32 = new(32, true);

    /// <summary>C# <c>uint</c>.</summary>
    public static readonly IntType U32 = new(32, false);

    /// <summary>C# <c>long</c> and <c>nint</c>.</summary>
    public static readonly IntType S64 = new(64, true);

    /// <summary>C# <c>ulong</c> and <c>nuint</c>.</summary>
    public static readonly IntType U64 = new(64, false);
}

/// <summary>No value: the return type of a <c>void</c> method, or what an untyped pointer points at.</summary>
public sealed record VoidType : IrType;

/// <summary>A truth value.</summary>
public sealed record BoolType : IrType;

/// <summary>An integer; enums take the type of their underlying integer.</summary>
/// <param name="Bits">8, 16, 32 or 64.</param>
/// <param name="Signed">Selects division, right shift, comparison and widening.</param>
public sealed record IntType(int Bits, bool Signed) : IrType;

/// <summary>A run of equal elements inside a struct, a global or a stack slot.</summary>
/// <param name="Element">What is repeated.</param>
/// <param name="Length">How often, at least 1.</param>
public sealed record ArrayType(IrType Element, int Length) : IrType;

/// <summary>A struct of the user's own. Compared by identity: the front end makes one object for each C# struct.</summary>
/// <param name="Name">The name shown in BTF, unique in the module.</param>
/// <param name="Fields">In order of their offsets. They may leave gaps, and may overlap (<c>LayoutKind.Explicit</c>).</param>
/// <param name="Size">Bytes, including the padding at the end.</param>
/// <param name="Alignment">Bytes.</param>
public sealed record StructType(string Name, ImmutableArray<StructField> Fields, int Size, int Alignment) : IrType
{
    /// <summary>
    /// The kernel's own state, known to it by the struct's name (<c>bpf_spin_lock</c>, <c>bpf_timer</c>): only its functions may touch it, and a value that
    /// holds any is not copied to the stack.
    /// </summary>
    public bool IsKernelState { get; init; }

    /// <summary>State that links objects together, a tree or a list: only touched while the lock is held that lies in the same memory.</summary>
    public bool LinksObjects { get; init; }

    /// <summary>State that is a lock.</summary>
    public bool IsLock { get; init; }

    /// <inheritdoc/>
    public bool Equals(StructType? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>
/// A slot in memory that owns a kernel object, or is empty. Touched by <see cref="KptrLoad"/> and the exchange (bpf_kptr_xchg) only.
/// </summary>
/// <param name="Target">What the object is: a <see cref="KernelType"/>, or a <see cref="StructType"/> in <see cref="MemorySpace.Object"/>.</param>
public sealed record KptrType(IrType Target) : IrType;

/// <summary>A function of the scheduler's, as a kernel function's prototype names it; appears behind pointers.</summary>
/// <param name="ReturnType">Type of the result.</param>
/// <param name="Parameters">Types of the parameters.</param>
public sealed record FunctionType(IrType ReturnType, ImmutableArray<IrType> Parameters) : IrType;

/// <summary>A field of a <see cref="StructType"/>.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Bytes from the start of the struct.</param>
public sealed record StructField(string Name, IrType Type, int Offset)
{
    /// <summary>BTF declaration tag of the field, such as <c>contains:NODE:node</c> of a tree's root; or null.</summary>
    public string? Tag { get; init; }
}

/// <summary>A struct of the kernel's, known by its BTF name only: its layout is the target's. Appears behind pointers.</summary>
/// <param name="Name">Name in the kernel's BTF, such as <c>task_struct</c>.</param>
public sealed record KernelType(string Name) : IrType;

/// <summary>A map, as what an address points at: only operations reach what is in it.</summary>
/// <param name="Kind">Name in enum bpf_map_type, such as <c>BPF_MAP_TYPE_HASH</c>.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Key">Type of the keys, or null if it has none.</param>
/// <param name="Value">Type of the values; the address of a map in a map of maps; null if it has none.</param>
/// <param name="Indexed">Each key below the number of entries has a value.</param>
public sealed record MapType(string Kind, int Number, IrType? Key, IrType? Value, bool Indexed = false) : IrType
{
    /// <summary>Programs that may sleep cannot use it.</summary>
    public bool NotInSleepable { get; init; }

    /// <summary>The oldest kernel in which they can; null if none.</summary>
    public string? InSleepableSince { get; init; }
}

/// <summary>An address. What may be done with it depends on where it points.</summary>
/// <param name="Target">What lies there.</param>
/// <param name="Space">Whose memory it is.</param>
/// <param name="MayBeNull">Must be compared with null before it is used.</param>
public sealed record PointerType(IrType Target, MemorySpace Space, bool MayBeNull = false) : IrType;

/// <summary>Whose memory a pointer points into.</summary>
public enum MemorySpace
{
    /// <summary>The program's stack.</summary>
    Stack,

    /// <summary>A global of the scheduler's.</summary>
    Global,

    /// <summary>A value of a map.</summary>
    MapValue,

    /// <summary>A map itself, for operations on it (CONST_PTR_TO_MAP).</summary>
    Map,

    /// <summary>A kernel object, or a field inside one: read through CO-RE, written only where the kernel allows.</summary>
    Kernel,

    /// <summary>An object of the scheduler's own on the kernel's heap (bpf_obj_new).</summary>
    Object,

    /// <summary>The arena, which user space shares; the verifier neither bounds accesses to it nor asks for null.</summary>
    Arena,

    /// <summary>Any of the program's own: the parameter of a method that takes <c>ref</c>.</summary>
    Any,
}
