namespace Scx.Compiler.Analysis.Values;

/// <summary>
/// What is known of each bit of a number: the kernel's tnum (include/linux/tnum.h). Where <paramref name="Unknown"/> has a 0 the bit is that of
/// <paramref name="Value"/>, which is 0 wherever <paramref name="Unknown"/> has a 1.
/// </summary>
/// <param name="Value">The known bits.</param>
/// <param name="Unknown">Which bits are not known.</param>
internal readonly record struct KnownBits(ulong Value, ulong Unknown)
{
    public static readonly KnownBits None = new(0, ulong.MaxValue);

    /// <summary>All bits that a value may have set.</summary>
    public ulong Possible => Value | Unknown;

    public bool IsConstant => Unknown == 0;

    public static KnownBits Of(ulong number) => new(number, 0);

    /// <summary>What the numbers from <paramref name="low"/> to <paramref name="high"/> share: their common leading bits.</summary>
    public static KnownBits Between(ulong low, ulong high)
    {
        ulong below = low ^ high;
        for (int shift = 1; shift < 64; shift <<= 1)
            below |= below >> shift;
        return new(low & ~below, below);
    }

    /// <summary>What is known from both; meaningless if they contradict each other.</summary>
    public KnownBits And(KnownBits other)
    {
        ulong unknown = Unknown & other.Unknown;
        return new((Value | other.Value) & ~unknown, unknown);
    }

    public bool Contradicts(KnownBits other) => ((Value ^ other.Value) & ~Unknown & ~other.Unknown) != 0;

    /// <summary>What either leaves open.</summary>
    public KnownBits Or(KnownBits other)
    {
        ulong unknown = Unknown | other.Unknown | (Value ^ other.Value);
        return new(Value & ~unknown, unknown);
    }

    public bool Includes(KnownBits other) => (other.Unknown & ~Unknown) == 0 && ((Value ^ other.Value) & ~Unknown) == 0;

    public KnownBits Cut(ulong mask) => new(Value & mask, Unknown & mask);

    public KnownBits BitAnd(KnownBits other)
    {
        ulong value = Value & other.Value;
        return new(value, Possible & other.Possible & ~value);
    }

    public KnownBits BitOr(KnownBits other)
    {
        ulong value = Value | other.Value;
        return new(value, (Unknown | other.Unknown) & ~value);
    }

    public KnownBits BitXor(KnownBits other)
    {
        ulong unknown = Unknown | other.Unknown;
        return new((Value ^ other.Value) & ~unknown, unknown);
    }

    public KnownBits Add(KnownBits other)
    {
        ulong unknown = unchecked(Unknown + other.Unknown);
        ulong sum = unchecked(Value + other.Value);
        ulong changed = unchecked(sum + unknown) ^ sum;
        ulong open = changed | Unknown | other.Unknown;
        return new(sum & ~open, open);
    }

    public KnownBits Subtract(KnownBits other)
    {
        ulong difference = unchecked(Value - other.Value);
        ulong open = (unchecked(difference + Unknown) ^ unchecked(difference - other.Unknown)) | Unknown | other.Unknown;
        return new(difference & ~open, open);
    }

    public KnownBits ShiftLeft(int by) => new(Value << by, Unknown << by);

    public KnownBits ShiftRight(int by) => new(Value >> by, Unknown >> by);
}
