using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>The values that an obligation speaks of.</summary>
public static class ObligationValues
{
    /// <summary>The values themselves.</summary>
    /// <param name="obligation">Any obligation.</param>
    public static ImmutableArray<Value> Of(Obligation obligation) => obligation switch
    {
        NonNull nonNull => [nonNull.Pointer],
        InRange inRange => [inRange.Index],
        InSpan inSpan => [inSpan.Number, inSpan.Length],
        NonZero nonZero => [nonZero.Divisor],
        _ => throw new InternalCompilerException(SourceSpan.None, $"no value of {obligation.GetType().Name}"),
    };

    /// <summary>The values that the obligations of an instruction speak of.</summary>
    /// <param name="instruction">Any instruction.</param>
    public static IEnumerable<Value> Of(Instruction instruction) => instruction.Obligations.IsEmpty ? [] : instruction.Obligations.SelectMany(o => Of(o));

    /// <summary>The same obligation on other values.</summary>
    /// <param name="obligation">Any obligation.</param>
    /// <param name="by">What stands for each value.</param>
    public static Obligation With(Obligation obligation, Func<Value, Value> by) => obligation switch
    {
        NonNull nonNull => nonNull with { Pointer = by(nonNull.Pointer) },
        InRange inRange => inRange with { Index = by(inRange.Index) },
        InSpan inSpan => inSpan with { Number = by(inSpan.Number), Length = by(inSpan.Length) },
        NonZero nonZero => nonZero with { Divisor = by(nonZero.Divisor) },
        _ => throw new InternalCompilerException(SourceSpan.None, $"no value of {obligation.GetType().Name}"),
    };
}
