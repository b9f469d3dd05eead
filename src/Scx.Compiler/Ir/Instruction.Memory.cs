using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>A stack slot, made on entry to the function; the result points at it. Its bytes are undefined until stored or zeroed.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Name">The user's local, or null for a temporary.</param>
public sealed record StackSlot(IrType Type, string? Name) : LeafInstruction;

/// <summary>The address of a global.</summary>
/// <param name="Global">The global.</param>
public sealed record GlobalAddress(Global Global) : LeafInstruction;

/// <summary>Reads a scalar or a pointer; the result has the pointer's target type.</summary>
/// <param name="Address">Where.</param>
public sealed record Load(Value Address) : Instruction
{
    /// <summary>Neither left out, merged nor moved: <c>Volatile.Read</c>.</summary>
    public bool Volatile { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0] };
}

/// <summary>Writes a scalar or a pointer.</summary>
/// <param name="Address">Where.</param>
/// <param name="Stored">What.</param>
public sealed record Store(Value Address, Value Stored) : Instruction
{
    /// <summary>Neither left out, merged nor moved: <c>Volatile.Write</c>.</summary>
    public bool Volatile { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address, Stored];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0], Stored = operands[1] };
}

/// <summary>Copies all bytes of a struct or an array, padding included.</summary>
/// <param name="Destination">Where to.</param>
/// <param name="Source">Where from.</param>
/// <param name="Type">What.</param>
public sealed record Copy(Value Destination, Value Source, IrType Type) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Destination, Source];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Destination = operands[0], Source = operands[1] };
}

/// <summary>Fills memory with zeros, padding included.</summary>
/// <param name="Address">Where.</param>
/// <param name="Type">What lies there.</param>
public sealed record Zero(Value Address, IrType Type) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0] };
}

/// <summary>The address of a field of a user's struct.</summary>
/// <param name="Address">Where the struct lies.</param>
/// <param name="Struct">Its type.</param>
/// <param name="Index">Index into <see cref="StructType.Fields"/>.</param>
public sealed record FieldAddress(Value Address, StructType Struct, int Index) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0] };
}

/// <summary>The address of an element of an array.</summary>
/// <param name="Address">Where the array lies.</param>
/// <param name="Index">Any integer; carries an <see cref="InRange"/> obligation unless constant.</param>
/// <param name="Array">Type of the array.</param>
public sealed record ElementAddress(Value Address, Value Index, ArrayType Array) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address, Index];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0], Index = operands[1] };
}

/// <summary>
/// The address of a field of a kernel object, at the offset it has in the running kernel (CO-RE). The field may be a scalar, a pointer
/// or a struct embedded in the object (the result's target is then a <see cref="KernelType"/> and can be followed further).
/// </summary>
/// <param name="Object">Pointer to a <see cref="KernelType"/> in <see cref="MemorySpace.Kernel"/>.</param>
/// <param name="Field">Name of the field in the kernel's BTF.</param>
public sealed record KernelFieldAddress(Value Object, string Field) : Instruction
{
    /// <summary>
    /// The kernel declares the field as an enum. The loader matches a field by name and kind (libbpf 1.5, bpf_core_fields_are_compat), and an
    /// integer is not an enum to it.
    /// </summary>
    public bool IsEnum { get; init; }

    /// <summary>For a field that holds a pointer: what the pointer read from it is good for.</summary>
    public PointerTrust Trust { get; init; }

    /// <summary>What a scheduler of the cid form calls to write the field; null if all schedulers may write it that may at all.</summary>
    public string? CidFormSetter { get; init; }

    /// <summary>
    /// The field is newer than the oldest kernel that the scheduler is for and than the struct itself: where a <see cref="KernelFieldExists"/> is
    /// true it may be used on any kernel. Null if no question is needed.
    /// </summary>
    public NewerField? Newer { get; init; }

    /// <summary>The field is gone from newer kernels, and may be used where a <see cref="KernelFieldExists"/> is true. Null if the newest still has it.</summary>
    public GoneField? Gone { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Object];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Object = operands[0] };
}

/// <summary>A field that some kernel which the scheduler is for lacks, in C#'s words.</summary>
/// <param name="Class">The class that is bound to the struct.</param>
/// <param name="Property">The property that is bound to the field.</param>
/// <param name="Since">The first kernel that has the field.</param>
public sealed record NewerField(string Class, string Property, string Since);

/// <summary>A field that newer kernels have no longer, in C#'s words.</summary>
/// <param name="Class">The class that is bound to the struct.</param>
/// <param name="Property">The property that is bound to the field.</param>
/// <param name="Until">The first kernel without the field.</param>
public sealed record GoneField(string Class, string Property, string Until);

/// <summary>
/// What the verifier makes of a pointer that is read from a field of a trusted object (the lists BTF_TYPE_SAFE_* in kernel/bpf/verifier.c).
/// Whatever is read from an untrusted object is untrusted.
/// </summary>
public enum PointerTrust
{
    /// <summary>Its fields can be read, where a fault reads as 0; kernel functions do not take it.</summary>
    Untrusted,

    /// <summary>Under RCU: taken by functions with <see cref="CallEffects.TakesRcu"/>, as long as the RCU section lasts.</summary>
    Rcu,

    /// <summary>As good as the object it was read from.</summary>
    Trusted,
}

/// <summary>The memory of the arena that an address names; the result points there, for the program to use.</summary>
/// <param name="Pointer">The address as user space knows it, a <c>u64</c>.</param>
/// <param name="Arena">The arena, which the function then belongs to.</param>
public sealed record ArenaAddress(Value Pointer, Map Arena) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Pointer];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Pointer = operands[0] };
}
