using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

internal readonly partial record struct NumberRange
{
    /// <summary>Whether a relation holds, if that is known.</summary>
    public static bool? Holds(Relation relation, NumberRange a, NumberRange b, bool signed) => relation switch
    {
        Relation.Equal => a.Single is { } x && b.Single == x ? true : a.Intersect(b).IsEmpty ? false : null,
        Relation.NotEqual => Holds(Relation.Equal, a, b, signed) is { } same ? !same : null,
        Relation.Less => Below(a, b, signed) ? true : NotAbove(b, a, signed) ? false : null,
        Relation.LessOrEqual => NotAbove(a, b, signed) ? true : Below(b, a, signed) ? false : null,
        Relation.Greater => Holds(Relation.Less, b, a, signed),
        _ => Holds(Relation.LessOrEqual, b, a, signed),
    };

    /// <summary>The opposite question.</summary>
    public static Relation Opposite(Relation relation) => relation switch
    {
        Relation.Equal => Relation.NotEqual,
        Relation.NotEqual => Relation.Equal,
        Relation.Less => Relation.GreaterOrEqual,
        Relation.LessOrEqual => Relation.Greater,
        Relation.Greater => Relation.LessOrEqual,
        _ => Relation.Less,
    };

    /// <summary>The same question about the operands exchanged.</summary>
    public static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        _ => relation,
    };

    /// <summary>What is left of this number where the relation to the other holds.</summary>
    public NumberRange Where(Relation relation, NumberRange other, bool signed)
    {
        switch (relation)
        {
            case Relation.Equal:
                return Intersect(other);
            case Relation.NotEqual:
                return other.Single is { } excluded ? Without(excluded) : this;
            case Relation.Less:
                return signed ? Below(other.SignedHigh, strict: true) : Below(other.High, strict: true);
            case Relation.LessOrEqual:
                return signed ? Below(other.SignedHigh, strict: false) : Below(other.High, strict: false);
            case Relation.Greater:
                return signed ? Above(other.SignedLow, strict: true) : Above(other.Low, strict: true);
            default:
                return signed ? Above(other.SignedLow, strict: false) : Above(other.Low, strict: false);
        }
    }

    private NumberRange Without(ulong excluded)
    {
        var range = this;
        if (range.Low == excluded)
            range = range.Low == range.High ? range with { Low = 1, High = 0 } : range with { Low = range.Low + 1 };
        else if (range.High == excluded)
            range = range with { High = range.High - 1 };
        long signed = SignExtend(excluded, Bits);
        if (range.SignedLow == signed && range.SignedLow < range.SignedHigh)
            range = range with { SignedLow = signed + 1 };
        else if (range.SignedHigh == signed && range.SignedLow < range.SignedHigh)
            range = range with { SignedHigh = signed - 1 };
        return range.IsEmpty ? range : range.Settle();
    }

    private NumberRange Below(ulong bound, bool strict)
    {
        if (strict && bound == 0)
            return this with { Low = 1, High = 0 };
        return (this with { High = Math.Min(High, strict ? bound - 1 : bound) }).Settle();
    }

    private NumberRange Below(long bound, bool strict)
    {
        if (strict && bound == long.MinValue)
            return this with { Low = 1, High = 0 };
        return (this with { SignedHigh = Math.Min(SignedHigh, strict ? bound - 1 : bound) }).Settle();
    }

    private NumberRange Above(ulong bound, bool strict)
    {
        if (strict && bound == ulong.MaxValue)
            return this with { Low = 1, High = 0 };
        return (this with { Low = Math.Max(Low, strict ? bound + 1 : bound) }).Settle();
    }

    private NumberRange Above(long bound, bool strict)
    {
        if (strict && bound == long.MaxValue)
            return this with { Low = 1, High = 0 };
        return (this with { SignedLow = Math.Max(SignedLow, strict ? bound + 1 : bound) }).Settle();
    }

    private static bool Below(NumberRange a, NumberRange b, bool signed) => signed ? a.SignedHigh < b.SignedLow : a.High < b.Low;

    private static bool NotAbove(NumberRange a, NumberRange b, bool signed) => signed ? a.SignedHigh <= b.SignedLow : a.High <= b.Low;
}
