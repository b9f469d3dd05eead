using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>
/// The address of a function of the scheduler's, for the kernel to call back: before the call that takes it returns (<c>bpf_loop</c>,
/// <c>bpf_rbtree_add</c>), or some time later (<c>bpf_timer_set_callback</c>). The kernel holds such a function to the rights of the program that
/// hands it over.
/// </summary>
/// <param name="Function">The function; what it leaves in register 0 is its result.</param>
public sealed record FunctionAddress(FunctionReference Function) : LeafInstruction;

/// <summary>The number that a struct of the user's has in the object's BTF, which the loader fills in.</summary>
/// <param name="Type">The struct.</param>
public sealed record TypeId(StructType Type) : LeafInstruction;

/// <summary>
/// Reads a slot that owns a kernel object (<see cref="KptrType"/>). What it yields may be null, and is under RCU: lent as long as the RCU section
/// lasts, since another CPU may take the object out of the slot meanwhile.
/// </summary>
/// <param name="Address">Where the slot lies: in a map's value or a global.</param>
public sealed record KptrLoad(Value Address) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Address];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Address = operands[0] };
}
