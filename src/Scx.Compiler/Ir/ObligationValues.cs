namespace Scx.Compiler.Ir;

/// <summary>The value that an obligation speaks of.</summary>
public static class ObligationValues
{
    /// <summary>The value itself.</summary>
    /// <param name="obligation">Any obligation.</param>
    public static Value Of(Obligation obligation) => obligation switch
    {
        NonNull nonNull => nonNull.Pointer,
        InRange inRange => inRange.Index,
        NonZero nonZero => nonZero.Divisor,
        _ => throw new InternalCompilerException(SourceSpan.None, $"no value of {obligation.GetType().Name}"),
    };

    /// <summary>The same obligation on another value.</summary>
    /// <param name="obligation">Any obligation.</param>
    /// <param name="value">The value.</param>
    public static Obligation With(Obligation obligation, Value value) => obligation switch
    {
        NonNull nonNull => nonNull with { Pointer = value },
        InRange inRange => inRange with { Index = value },
        NonZero nonZero => nonZero with { Divisor = value },
        _ => throw new InternalCompilerException(SourceSpan.None, $"no value of {obligation.GetType().Name}"),
    };
}
