using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>What a call is given: an expression that is still to be computed, or a value that is there already.</summary>
internal abstract record Operand
{
    private Operand() { }

    public static Operand Of(IOperation operation) => new Expression(operation);

    public static Operand Of(Value value) => new Computed(value);

    /// <summary>Computed where the call is made.</summary>
    public sealed record Expression(IOperation Operation) : Operand;

    /// <summary>A scalar, a pointer, or the address of a struct.</summary>
    public sealed record Computed(Value Value) : Operand;
}
