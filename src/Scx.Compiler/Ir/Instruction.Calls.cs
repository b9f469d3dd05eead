using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>A step that reads any number of values.</summary>
/// <param name="Arguments">The values read.</param>
public abstract record CallInstruction(ImmutableArray<Value> Arguments) : Instruction
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<Value> Operands => Arguments;

    /// <inheritdoc/>
    public sealed override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Arguments = operands };
}

/// <summary>Calls a method of the scheduler's.</summary>
/// <param name="Function">The callee.</param>
/// <param name="Arguments">As its parameters.</param>
public sealed record Call(FunctionReference Function, ImmutableArray<Value> Arguments) : CallInstruction(Arguments);

/// <summary>Calls a kernel function (kfunc) in the best form that the running kernel has.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">As the binding's parameters.</param>
public sealed record CallKernel(KernelFunction Function, ImmutableArray<Value> Arguments) : CallInstruction(Arguments)
{
    /// <summary>Tells that a loop was cut: <see cref="MayGoto.Exhausted"/> leads here.</summary>
    public bool ReportsLoop { get; init; }
}

/// <summary>Calls one of the numbered BPF helpers.</summary>
/// <param name="Helper">The helper.</param>
/// <param name="Arguments">Scalars and pointers; a map is a <see cref="MapAddress"/>.</param>
public sealed record CallHelper(Helper Helper, ImmutableArray<Value> Arguments) : CallInstruction(Arguments);

/// <summary>The address of a map of the object's.</summary>
/// <param name="Map">The map.</param>
public sealed record MapAddress(Map Map) : LeafInstruction;

/// <summary>
/// An operation on a map: a helper, called with the map first, then keys and values by address. If the result is a pointer that may be null, null
/// says that there is no such entry (or no room for one).
/// </summary>
/// <param name="Helper">The helper.</param>
/// <param name="Arguments">The helper's; the first is the map's address.</param>
public sealed record MapOperation(Helper Helper, ImmutableArray<Value> Arguments) : CallInstruction(Arguments)
{
    /// <summary>The map, or null if it was found in another map.</summary>
    public Map? Map { get; init; }

    /// <summary>The method of the map's class, for messages.</summary>
    public string Method { get; init; } = "";

    /// <summary>It asks for a CPU's entry only: the map has one for each, and no keys.</summary>
    public bool ImpliesKey { get; init; }

    /// <summary>What kind of map it is.</summary>
    public MapType MapType => (MapType)((PointerType)Arguments[0].Type).Target;
}
