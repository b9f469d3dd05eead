using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

/// <summary>
/// What is known of an integer of some width: its least and greatest value read as unsigned and as signed, and its bits; the verifier keeps the
/// same (struct bpf_reg_state). A truth value is a number of 1 bit; of a pointer, 0 says null and 1 not null.
/// </summary>
/// <param name="Bits">Width: 1, 8, 16, 32 or 64.</param>
/// <param name="Low">Least value, unsigned.</param>
/// <param name="High">Greatest value, unsigned.</param>
/// <param name="SignedLow">Least value, signed.</param>
/// <param name="SignedHigh">Greatest value, signed.</param>
/// <param name="Known">The bits.</param>
internal readonly partial record struct NumberRange(int Bits, ulong Low, ulong High, long SignedLow, long SignedHigh, KnownBits Known)
{
    public static readonly NumberRange Null = Constant(1, 0);

    public static readonly NumberRange NotNull = Constant(1, 1);

    public bool IsEmpty => Low > High || SignedLow > SignedHigh;

    /// <summary>The only value that is left, unsigned.</summary>
    public ulong? Single => Low == High ? Low : null;

    public bool IsTrue => Low >= 1 && !IsEmpty;

    public bool IsFalse => High == 0;

    public static int BitsOf(IrType type) => type is IntType integer ? integer.Bits : 1;

    public static ulong Mask(int bits) => bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;

    /// <summary>Anything of that width.</summary>
    public static NumberRange All(int bits) => bits == 1
        // A truth value is never read as signed.
        ? new(1, 0, 1, 0, 1, new(0, 1))
        : new(bits, 0, Mask(bits), SignExtend(1UL << (bits - 1), bits), (long)(Mask(bits) >> 1), new(0, Mask(bits)));

    public static NumberRange Of(IrType type) => All(BitsOf(type));

    public static NumberRange Constant(int bits, long number)
    {
        ulong value = unchecked((ulong)number) & Mask(bits);
        long signed = SignExtend(value, bits);
        return new(bits, value, value, signed, signed, KnownBits.Of(value));
    }

    public static NumberRange Unsigned(int bits, ulong low, ulong high) =>
        (All(bits) with { Low = low, High = high }).Settle();

    public static NumberRange Signed(int bits, long low, long high) =>
        (All(bits) with { SignedLow = low, SignedHigh = high }).Settle();

    public static long SignExtend(ulong value, int bits) => bits == 1 ? (long)value : unchecked((long)(value << (64 - bits))) >> (64 - bits);

    /// <summary>Least and greatest value by the sign of a type.</summary>
    public (decimal Low, decimal High) As(IrType type) => type is IntType { Signed: true } ? (SignedLow, SignedHigh) : (Low, High);

    public bool Includes(NumberRange other) =>
        Low <= other.Low && other.High <= High && SignedLow <= other.SignedLow && other.SignedHigh <= SignedHigh && Known.Includes(other.Known);

    public NumberRange Intersect(NumberRange other)
    {
        if (Known.Contradicts(other.Known))
            return this with { Low = 1, High = 0 };
        return new NumberRange(
            Bits, Math.Max(Low, other.Low), Math.Min(High, other.High),
            Math.Max(SignedLow, other.SignedLow), Math.Min(SignedHigh, other.SignedHigh), Known.And(other.Known)).Settle();
    }

    public NumberRange Join(NumberRange other)
    {
        if (IsEmpty)
            return other;
        return other.IsEmpty ? this : new(
            Bits, Math.Min(Low, other.Low), Math.Max(High, other.High),
            Math.Min(SignedLow, other.SignedLow), Math.Max(SignedHigh, other.SignedHigh), Known.Or(other.Known));
    }

    /// <summary>Makes the three views agree (reg_bounds_sync of kernel/bpf/verifier.c).</summary>
    private NumberRange Settle()
    {
        var (low, high, signedLow, signedHigh, known) = (Low, High, SignedLow, SignedHigh, Known);
        ulong mask = Mask(Bits), sign = Bits == 1 ? 0 : 1UL << (Bits - 1);
        for (int round = 0; round < 2 && low <= high && signedLow <= signedHigh; round++)
        {
            // From the bits to the bounds.
            (low, high) = (Math.Max(low, known.Value), Math.Min(high, known.Possible));
            signedLow = Math.Max(signedLow, SignExtend(known.Value | (known.Unknown & sign), Bits));
            signedHigh = Math.Min(signedHigh, SignExtend(known.Value | (known.Unknown & ~sign), Bits));
            // From the unsigned ones to the signed ones, and back.
            if (low <= high && SignExtend(low, Bits) is var least && SignExtend(high, Bits) is var most && least <= most)
                (signedLow, signedHigh) = (Math.Max(signedLow, least), Math.Min(signedHigh, most));
            if (signedLow <= signedHigh && (signedLow >= 0 || signedHigh < 0))
                (low, high) = (Math.Max(low, unchecked((ulong)signedLow) & mask), Math.Min(high, unchecked((ulong)signedHigh) & mask));
            if (low > high)
                continue;
            var between = KnownBits.Between(low, high);
            if (known.Contradicts(between))
                (low, high) = (1, 0);
            else
                known = known.And(between);
        }
        return new(Bits, low, high, signedLow, signedHigh, known);
    }
}
