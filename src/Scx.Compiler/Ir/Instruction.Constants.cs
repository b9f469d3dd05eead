using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>A step that reads no value.</summary>
public abstract record LeafInstruction : Instruction
{
    private protected LeafInstruction() { }

    /// <inheritdoc/>
    public sealed override ImmutableArray<Value> Operands => [];

    /// <inheritdoc/>
    public sealed override Instruction WithOperands(ImmutableArray<Value> operands) => this;
}

/// <summary>An integer known now; the result has an <see cref="IntType"/> or is a <see cref="BoolType"/> (0 or 1).</summary>
/// <param name="Number">The value, sign-extended to 64 bits if its type is signed, zero-extended if not.</param>
public sealed record Constant(long Number) : LeafInstruction;

/// <summary>The null pointer of the result's type.</summary>
public sealed record NullConstant : LeafInstruction
{
    /// <summary>
    /// The optimiser is not to know that it is null: it would take a pointer that was found to be null for it, and the verifier wants the constant.
    /// </summary>
    public bool IsConcealed { get; init; }

    /// <summary>What a variable holds once its object has been handed over (<see cref="CallEffects.Releases"/>).</summary>
    public bool IsHandedOver { get; init; }
}

/// <summary>A value of a kernel enum, which the loader takes from the running kernel (CO-RE).</summary>
/// <param name="Enum">Name of the enum in BTF, such as <c>scx_enq_flags</c>.</param>
/// <param name="Member">Name of the value in BTF, such as <c>SCX_ENQ_HEAD</c>. A kernel that lacks it gives 0.</param>
/// <param name="Number">What it was in the newest kernel known; written into the object for readers that do not relocate.</param>
/// <param name="Optional">
/// Some supported kernel lacks it: the use is guarded by an existence test. Otherwise a kernel without it refuses the object.
/// </param>
public sealed record KernelEnumConstant(string Enum, string Member, long Number, bool Optional) : LeafInstruction;

/// <summary>Whether the running kernel has a value of one of its enums, as bool (CO-RE).</summary>
/// <param name="Asked">The value; its result is the type that it would have.</param>
public sealed record KernelEnumExists(KernelEnumConstant Asked) : LeafInstruction;

/// <summary>Whether the running kernel has a function, as bool. The verifier sees a constant and prunes the other branch.</summary>
/// <param name="Symbol">The kernel symbol.</param>
/// <param name="Form">The form whose presence is asked.</param>
public sealed record KernelFunctionExists(string Symbol, KernelFunctionForm Form) : LeafInstruction
{
    /// <summary>The function whose form it is: where it exists, the function may be called on any kernel.</summary>
    public KernelFunction? Function { get; init; }
}

/// <summary>Whether the running kernel has a field, as bool (CO-RE).</summary>
/// <param name="Struct">Kernel struct.</param>
/// <param name="Field">Name of the field in BTF.</param>
public sealed record KernelFieldExists(KernelType Struct, string Field) : LeafInstruction
{
    /// <summary>Type of the field; a field of another kind (pointer, integer, struct) counts as absent.</summary>
    public IrType FieldType { get; init; } = IrType.U32;

    /// <summary>The kernel declares the field as an enum.</summary>
    public bool IsEnum { get; init; }
}
