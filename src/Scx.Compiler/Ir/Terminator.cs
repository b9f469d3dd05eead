using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>A block to go to, and the values for its parameters.</summary>
/// <param name="Block">Where to.</param>
/// <param name="Arguments">One for each parameter of the block.</param>
public sealed record Edge(BlockReference Block, ImmutableArray<Value> Arguments)
{
    /// <summary>An edge to a block without parameters.</summary>
    public Edge(BlockReference block) : this(block, []) { }
}

/// <summary>How a block ends. A closed set: every case is in this file.</summary>
public abstract record Terminator
{
    private protected Terminator() { }

    /// <summary>The C# that this step comes from.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The values read, those on edges left out.</summary>
    public abstract ImmutableArray<Value> Operands { get; }

    /// <summary>Where control may go.</summary>
    public abstract ImmutableArray<Edge> Edges { get; }

    /// <summary>The same end on other values and edges.</summary>
    /// <param name="operands">As many as <see cref="Operands"/>.</param>
    /// <param name="edges">As many as <see cref="Edges"/>.</param>
    public abstract Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges);
}

/// <summary>Goes on with another block.</summary>
/// <param name="Target">Where to.</param>
public sealed record Jump(Edge Target) : Terminator
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [];

    /// <inheritdoc/>
    public override ImmutableArray<Edge> Edges => [Target];

    /// <inheritdoc/>
    public override Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges) => this with { Target = edges[0] };
}

/// <summary>Goes one of two ways.</summary>
/// <param name="Condition">A bool.</param>
/// <param name="WhenTrue">Where to if it holds.</param>
/// <param name="WhenFalse">Where to if not.</param>
public sealed record Branch(Value Condition, Edge WhenTrue, Edge WhenFalse) : Terminator
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Condition];

    /// <inheritdoc/>
    public override ImmutableArray<Edge> Edges => [WhenTrue, WhenFalse];

    /// <inheritdoc/>
    public override Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges) =>
        this with { Condition = operands[0], WhenTrue = edges[0], WhenFalse = edges[1] };
}

/// <summary>
/// Closes a loop that the verifier cannot see the end of: goes on as long as the kernel's patience lasts (8388608 turns, or a quarter of a second; the
/// may_goto instruction, since 6.9). The verifier then walks through the loop only until nothing new happens.
/// </summary>
/// <param name="Next">The next turn.</param>
/// <param name="Exhausted">Where to when patience is at its end.</param>
public sealed record MayGoto(Edge Next, Edge Exhausted) : Terminator
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [];

    /// <inheritdoc/>
    public override ImmutableArray<Edge> Edges => [Next, Exhausted];

    /// <inheritdoc/>
    public override Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges) =>
        this with { Next = edges[0], Exhausted = edges[1] };
}

/// <summary>Leaves the function.</summary>
/// <param name="Result">Null for a void function.</param>
public sealed record Return(Value? Result) : Terminator
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => Result is null ? [] : [Result];

    /// <inheritdoc/>
    public override ImmutableArray<Edge> Edges => [];

    /// <inheritdoc/>
    public override Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges) =>
        Result is null ? this : this with { Result = operands[0] };
}

/// <summary>
/// A path that a discharged obligation rules out but the kernel still has to see closed (a lookup with a proven index that is null all the
/// same): leaves the function with a zero result.
/// </summary>
public sealed record Trap : Terminator
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [];

    /// <inheritdoc/>
    public override ImmutableArray<Edge> Edges => [];

    /// <inheritdoc/>
    public override Terminator With(ImmutableArray<Value> operands, ImmutableArray<Edge> edges) => this;
}
