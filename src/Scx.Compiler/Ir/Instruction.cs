using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>One step of a block. A closed set, spread over the files <c>Instruction*.cs</c> by theme.</summary>
public abstract record Instruction
{
    private protected Instruction() { }

    /// <summary>The C# that this step comes from.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>What it computes, or null.</summary>
    public Value? Result { get; init; }

    /// <summary>What must hold for the kernel to accept it.</summary>
    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    /// <summary>The values read, in order.</summary>
    public abstract ImmutableArray<Value> Operands { get; }

    /// <summary>The same step on other values.</summary>
    /// <param name="operands">As many as <see cref="Operands"/>, in the same order.</param>
    public abstract Instruction WithOperands(ImmutableArray<Value> operands);
}
