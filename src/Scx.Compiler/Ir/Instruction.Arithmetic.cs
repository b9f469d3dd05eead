using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>What a <see cref="Binary"/> computes. Arithmetic wraps, as in C#'s unchecked context.</summary>
public enum BinaryOperator
{
    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a - b, which is known to be at least 0 and below 2^31: the length of a span from its two ends.</summary>
    Distance,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>a / b, by the sign of the type; rounds towards 0. Division by 0 yields 0 as BPF defines.</summary>
    Divide,

    /// <summary>a % b, by the sign of the type; the sign of the result is a's. Remainder by 0 yields a as BPF defines.</summary>
    Remainder,

    /// <summary>Bitwise and; on bools, without short circuit.</summary>
    And,

    /// <summary>Bitwise or; on bools, without short circuit.</summary>
    Or,

    /// <summary>Bitwise exclusive or; on bools, difference.</summary>
    ExclusiveOr,

    /// <summary>a shifted left; the amount is taken modulo the width of a, as in C#.</summary>
    ShiftLeft,

    /// <summary>a shifted right, copying the sign if the type is signed; the amount is taken modulo the width of a.</summary>
    ShiftRight,

    /// <summary>a shifted right, filling with zeros whatever the type's sign (C# &gt;&gt;&gt;).</summary>
    ShiftRightLogical,
}

/// <summary>Two operands of the result's type (a shift amount may be any 32-bit integer).</summary>
/// <param name="Operator">What is computed.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record Binary(BinaryOperator Operator, Value Left, Value Right) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Left, Right];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Left = operands[0], Right = operands[1] };
}

/// <summary>What a <see cref="Unary"/> computes.</summary>
public enum UnaryOperator
{
    /// <summary>0 - a.</summary>
    Negate,

    /// <summary>All bits inverted; on bools, the opposite.</summary>
    Not,
}

/// <summary>One operand of the result's type.</summary>
/// <param name="Operator">What is computed.</param>
/// <param name="Operand">The operand.</param>
public sealed record Unary(UnaryOperator Operator, Value Operand) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Operand];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Operand = operands[0] };
}

/// <summary>How a <see cref="Compare"/> relates its operands; order follows the sign of their type.</summary>
public enum Relation
{
    /// <summary>a == b.</summary>
    Equal,

    /// <summary>a != b.</summary>
    NotEqual,

    /// <summary>a &lt; b.</summary>
    Less,

    /// <summary>a &lt;= b.</summary>
    LessOrEqual,

    /// <summary>a &gt; b.</summary>
    Greater,

    /// <summary>a &gt;= b.</summary>
    GreaterOrEqual,
}

/// <summary>Compares two integers, bools or pointers of the same type; the result is a bool.</summary>
/// <param name="Relation">What is asked.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record Compare(Relation Relation, Value Left, Value Right) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Left, Right];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Left = operands[0], Right = operands[1] };
}

/// <summary>
/// An integer or bool as the result's integer type (or bool as integer 0/1): truncates, or extends by the sign of the operand's type.
/// A pointer as a pointer of another static type, or (to an integer) as its address.
/// </summary>
/// <param name="Operand">What is converted.</param>
public sealed record Convert(Value Operand) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Operand];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Operand = operands[0] };
}

/// <summary>One of two values, both computed.</summary>
/// <param name="Condition">A bool.</param>
/// <param name="WhenTrue">The result if it holds.</param>
/// <param name="WhenFalse">The result if not.</param>
public sealed record Select(Value Condition, Value WhenTrue, Value WhenFalse) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Condition, WhenTrue, WhenFalse];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) =>
        this with { Condition = operands[0], WhenTrue = operands[1], WhenFalse = operands[2] };
}

/// <summary>
/// A 64-bit integer or an address, unchanged, of which the optimiser is to know nothing more. What is compared with a bound and then used for an address has to
/// stay one value in one register: narrowed or computed twice, the verifier would not see that the comparison covers the use. Nor is it taken out of a loop, from
/// where it could come back by way of memory for the comparison and again for the use. What an address points at may be longer than the object says.
/// </summary>
/// <param name="Operand">The integer or address.</param>
public sealed record Opaque(Value Operand) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Operand];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Operand = operands[0] };
}

/// <summary>
/// An integer, unchanged, of which neither the optimiser nor the verifier is to know anything. What a loop that <see cref="MayGoto"/> closes starts from has to
/// be unknown: the verifier would tell the turns apart by it and walk through all of them.
/// </summary>
/// <param name="Operand">The integer.</param>
public sealed record Conceal(Value Operand) : Instruction
{
    /// <inheritdoc/>
    public override ImmutableArray<Value> Operands => [Operand];

    /// <inheritdoc/>
    public override Instruction WithOperands(ImmutableArray<Value> operands) => this with { Operand = operands[0] };
}
