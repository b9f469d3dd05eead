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
public sealed record CallKernel(KernelFunction Function, ImmutableArray<Value> Arguments) : CallInstruction(Arguments);

/// <summary>Calls one of the numbered BPF helpers.</summary>
/// <param name="Helper">The helper.</param>
/// <param name="Arguments">Scalars and pointers; a map is a <see cref="MapAddress"/>.</param>
public sealed record CallHelper(Helper Helper, ImmutableArray<Value> Arguments) : CallInstruction(Arguments);

/// <summary>The map itself, as an argument of a helper.</summary>
/// <param name="Map">The map.</param>
public sealed record MapAddress(Map Map) : LeafInstruction;

/// <summary>What a <see cref="MapOperation"/> does. Keys and values are passed by address.</summary>
public enum MapOperator
{
    /// <summary>(key): pointer to the value, null if absent.</summary>
    Lookup,

    /// <summary>(key, value, flags u64): 0 or -errno, s64.</summary>
    Update,

    /// <summary>(key): 0 or -errno, s64.</summary>
    Delete,

    /// <summary>(value, flags u64): 0 or -errno, s64.</summary>
    Push,

    /// <summary>(value to fill): 0 or -errno, s64.</summary>
    Pop,

    /// <summary>(value to fill): 0 or -errno, s64.</summary>
    Peek,

    /// <summary>(key, cpu u32): pointer to that CPU's value, null if absent.</summary>
    LookupPerCpu,
}

/// <summary>An operation on a map.</summary>
/// <param name="Operator">What is done.</param>
/// <param name="Map">To which map.</param>
/// <param name="Arguments">As the operator says, the map itself left out.</param>
public sealed record MapOperation(MapOperator Operator, Map Map, ImmutableArray<Value> Arguments) : CallInstruction(Arguments);
