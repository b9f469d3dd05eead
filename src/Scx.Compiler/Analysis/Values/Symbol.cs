using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

/// <summary>
/// What a value is on one way through the program: made of others, or a thing of its own. Symbols are compared by identity; those that are made
/// of the same parts are one object (<see cref="SymbolTable"/>), so a copy of a value is the same symbol, and what is learned of it is known of both.
/// </summary>
internal abstract class Symbol(IrType type, int depth = 0)
{
    /// <summary>Its type; a pointer's may say that it may be null.</summary>
    public IrType Type { get; } = type;

    /// <summary>How deep it is nested.</summary>
    public int Depth { get; } = depth;

    /// <summary>When it was last found to be needed: see <see cref="Paths.PruneScratch"/>.</summary>
    public int NeededIn { get; set; }
}

/// <summary>An integer or truth value known now.</summary>
internal sealed class Literal(IrType type, long number) : Symbol(type)
{
    public long Number { get; } = number;
}

/// <summary>A value of a kernel enum; its number is that of the newest kernel known.</summary>
internal sealed class KernelEnumSymbol(IrType type, KernelEnumConstant constant) : Symbol(type)
{
    public KernelEnumConstant Constant { get; } = constant;
}

/// <summary>No object.</summary>
internal sealed class NullSymbol(IrType type) : Symbol(type)
{
    /// <summary>Where the object that there was has been handed over; null if there was none.</summary>
    public SourceSpan? HandedOver { get; init; }

    /// <summary>It was a record of a stream.</summary>
    public bool WasRecord { get; init; }
}

/// <summary>A number or pointer that nothing is known of but its type, what made it and what the way there has learned.</summary>
internal sealed class Unknown(IrType type, Origin origin) : Symbol(type)
{
    public Origin Origin { get; } = origin;

    /// <summary>The address that it was read from, or null.</summary>
    public Symbol? Source { get; init; }

    /// <summary>The owned thing that it lies in, and is gone with; or null.</summary>
    public Symbol? Lender { get; init; }
}

/// <summary>The address of a variable.</summary>
/// <param name="type">Pointer to the variable.</param>
/// <param name="global">The global, or null for a slot of the stack.</param>
/// <param name="slot">The slot, or null.</param>
internal sealed class Storage(IrType type, Global? global, StackSlot? slot) : Symbol(type)
{
    public Global? Global { get; } = global;

    public StackSlot? Slot { get; } = slot;
}

/// <summary>The address of a field or an element inside something else.</summary>
internal sealed class Part(IrType type, Symbol whole, object selector) : Symbol(type, whole.Depth + 1)
{
    /// <summary>For a field of a kernel object that holds a pointer: what the pointer is good for.</summary>
    public PointerTrust Trust { get; init; }

    /// <summary>Address of the whole.</summary>
    public Symbol Whole { get; } = whole;

    /// <summary>Index of the field (int), name of a kernel's field (string), or index of the element (<see cref="Symbol"/>).</summary>
    public object Selector { get; } = selector;
}

/// <summary>A computation: <see cref="BinaryOperator"/>, <see cref="UnaryOperator"/>, <see cref="Relation"/>, or null for a conversion.</summary>
internal sealed class Computed(IrType type, object? op, Symbol left, Symbol? right)
    : Symbol(type, Math.Max(left.Depth, right?.Depth ?? 0) + 1)
{
    public object? Operator { get; } = op;

    public Symbol Left { get; } = left;

    public Symbol? Right { get; } = right;
}

/// <summary>Where an unknown comes from.</summary>
/// <param name="Maker">The instruction that made it; null for a parameter, or where ways met.</param>
/// <param name="Span">Its place.</param>
/// <param name="Exact">False if the analysis itself has lost what the kernel may still know: nothing is reported of it.</param>
internal sealed record Origin(Instruction? Maker, SourceSpan Span, bool Exact = true)
{
    /// <summary>The parameter of a callback, counted from 0; -1 if it is none.</summary>
    public int Parameter { get; init; } = -1;

    /// <summary>For a pointer to a kernel object: what it is good for; null if the verifier takes it anywhere, or that is not known.</summary>
    public PointerTrust? Trust { get; init; }
}
