using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>Names a block of the function at hand. Compared by identity.</summary>
/// <param name="label">For dumps.</param>
public sealed class BlockReference(string label)
{
    /// <summary>For dumps.</summary>
    public string Label { get; } = label;
}

/// <summary>A straight run of instructions. Values reach it from dominating blocks or through its parameters.</summary>
/// <param name="Reference">How edges name it.</param>
/// <param name="Parameters">Values that each edge into it supplies.</param>
/// <param name="Instructions">In order.</param>
/// <param name="End">How it ends.</param>
public sealed record Block(
    BlockReference Reference, ImmutableArray<Value> Parameters, ImmutableArray<Instruction> Instructions, Terminator End);

/// <summary>Names a function, so that calls can be made before its body exists. Compared by identity.</summary>
/// <param name="name">The symbol in the object; unique in the module.</param>
/// <param name="parameters">Types of the parameters.</param>
/// <param name="returnType">Type of the result.</param>
public sealed class FunctionReference(string name, ImmutableArray<IrType> parameters, IrType returnType)
{
    /// <summary>The symbol in the object.</summary>
    public string Name { get; } = name;

    /// <summary>Types of the parameters.</summary>
    public ImmutableArray<IrType> ParameterTypes { get; } = parameters;

    /// <summary>Type of the result: void, a scalar or a pointer (a struct is returned through a pointer parameter).</summary>
    public IrType ReturnType { get; } = returnType;
}

/// <summary>How a function may be laid out in the object.</summary>
public enum Inlining
{
    /// <summary>LLVM decides.</summary>
    Automatic,

    /// <summary>Always copied into its callers: <c>AggressiveInlining</c>, or more parameters than BPF has registers for.</summary>
    Always,

    /// <summary>Kept as a subprogram: <c>NoInlining</c>, <c>[NoInline]</c>.</summary>
    Never,

    /// <summary>A global function, which the verifier walks through by itself with any arguments: <c>[Global]</c>.</summary>
    Global,
}

/// <summary>What a function counts in its only parameter, a number of 64 bits.</summary>
public enum BitCount
{
    /// <summary>The bits that are set.</summary>
    Set,

    /// <summary>The zeros below the lowest bit that is set; 64 if none is.</summary>
    TrailingZeros,

    /// <summary>The bits below the highest that is set; 0 if none is.</summary>
    BelowHighest,
}

/// <summary>A method of the scheduler's.</summary>
/// <param name="Reference">Symbol and signature.</param>
/// <param name="DisplayName">The C# name, for messages.</param>
/// <param name="Parameters">One value for each parameter.</param>
/// <param name="Blocks">The first is where it starts; it has no parameters and no edge leads to it.</param>
/// <param name="Span">The C# declaration's name.</param>
public sealed record Function(
    FunctionReference Reference, string DisplayName, ImmutableArray<Value> Parameters, ImmutableArray<Block> Blocks, SourceSpan Span)
{
    /// <summary>How it may be laid out.</summary>
    public Inlining Inlining { get; init; }

    /// <summary>What it counts, which says more of its result than its instructions do; null if it does anything else.</summary>
    public BitCount? Counts { get; init; }

    /// <summary>Its loop statements, for messages: the graph says where loops are, these say where the user wrote them.</summary>
    public ImmutableArray<LoopStatement> Loops { get; init; } = [];

    /// <summary>The instruction that makes each value; parameters of the function and of its blocks are not among them.</summary>
    public Dictionary<Value, Instruction> Definitions() =>
        Blocks.SelectMany(b => b.Instructions).Where(i => i.Result is not null).ToDictionary(i => i.Result!);
}

/// <summary>A <c>for</c>, <c>foreach</c>, <c>while</c> or <c>do</c>.</summary>
/// <param name="Head">The keyword and what stands in parentheses behind it; of a <c>do</c>, the keyword.</param>
/// <param name="Whole">The statement with its body.</param>
/// <param name="Body">What runs in each turn.</param>
/// <param name="Continues">Its <c>continue</c> statements, those of loops inside of it left out.</param>
public sealed record LoopStatement(SourceSpan Head, SourceSpan Whole, SourceSpan Body, ImmutableArray<ContinueStatement> Continues);

/// <summary>A <c>continue</c>.</summary>
/// <param name="Span">The statement.</param>
/// <param name="Before">What stands before it in its block and runs on to it.</param>
/// <param name="Chosen">The parts of the condition of an <c>if</c> that lead to it, each by how it comes out.</param>
public sealed record ContinueStatement(SourceSpan Span, SourceSpan Before, ImmutableArray<(SourceSpan Condition, bool Held)> Chosen);
