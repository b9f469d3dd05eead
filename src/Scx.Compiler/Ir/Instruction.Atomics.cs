using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>What an <see cref="AtomicOperation"/> does to the integer at its address.</summary>
public enum AtomicOperator
{
    /// <summary>(address, n): adds n.</summary>
    Add,

    /// <summary>(address, n): bitwise and.</summary>
    And,

    /// <summary>(address, n): bitwise or.</summary>
    Or,

    /// <summary>(address, n): writes n.</summary>
    Exchange,

    /// <summary>(address, n, expected): writes n if <c>expected</c> is there.</summary>
    CompareExchange,
}

/// <summary>
/// Reads and changes 32 or 64 bits as one step, and is a full barrier unless it is relaxed. The result is what was there before. BPF's fetching forms, which every
/// kernel with sched_ext has (6.12, kernel/bpf/verifier.c, check_atomic), on memory of the program's own only.
/// </summary>
/// <param name="Operator">What is done.</param>
/// <param name="Arguments">As the operator says.</param>
public sealed record AtomicOperation(AtomicOperator Operator, ImmutableArray<Value> Arguments) : CallInstruction(Arguments)
{
    /// <summary>Whether it is no barrier, and its result is not used: BPF's forms that do not fetch.</summary>
    public bool IsRelaxed { get; init; }
}
