using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

internal readonly partial record struct NumberRange
{
    /// <summary>What an operation can yield. <paramref name="signed"/> is the sign of the type it is computed in.</summary>
    public static NumberRange Compute(BinaryOperator op, NumberRange a, NumberRange b, bool signed) => op switch
    {
        BinaryOperator.Add => Sum(a, b),
        BinaryOperator.Subtract => Difference(a, b),
        BinaryOperator.Distance => Difference(a, b).Intersect(Unsigned(a.Bits, 0, int.MaxValue)),
        BinaryOperator.Multiply => Product(a, b),
        BinaryOperator.Divide => Quotient(a, b, signed),
        BinaryOperator.Remainder => Remainder(a, b, signed),
        BinaryOperator.And => OfBits(a.Bits, a.Known.BitAnd(b.Known), 0, Math.Min(a.High, b.High)),
        BinaryOperator.Or => OfBits(a.Bits, a.Known.BitOr(b.Known), Math.Max(a.Low, b.Low), Mask(a.Bits)),
        BinaryOperator.ExclusiveOr => OfBits(a.Bits, a.Known.BitXor(b.Known), 0, Mask(a.Bits)),
        _ => Shift(op, a, b, signed),
    };

    public NumberRange Negate() => Difference(Constant(Bits, 0), this);

    public NumberRange Invert() => Compute(BinaryOperator.ExclusiveOr, this, Constant(Bits, -1), false);

    /// <summary>As an integer of another width, as C# converts without checks.</summary>
    public NumberRange Convert(bool signed, int bits)
    {
        if (bits == Bits)
            return this;
        ulong mask = Mask(bits);
        if (bits < Bits)
        {
            var cut = new NumberRange(bits, 0, mask, All(bits).SignedLow, All(bits).SignedHigh, Known.Cut(mask));
            if (High <= mask)
                cut = cut with { Low = Low, High = High };
            else if (High - Low <= mask && (Low & mask) <= (High & mask))
                cut = cut with { Low = Low & mask, High = High & mask };
            var narrow = All(bits);
            if (SignedLow >= narrow.SignedLow && SignedHigh <= narrow.SignedHigh)
                cut = cut with { SignedLow = SignedLow, SignedHigh = SignedHigh };
            return cut.Settle();
        }
        return signed && Bits > 1 ? Signed(bits, SignedLow, SignedHigh) : new NumberRange(
            bits, Low, High, All(bits).SignedLow, All(bits).SignedHigh, new KnownBits(Known.Value, Known.Unknown)).Settle();
    }

    private static NumberRange OfBits(int bits, KnownBits known, ulong low, ulong high) =>
        (All(bits) with { Known = known.Cut(Mask(bits)), Low = low, High = high }).Settle();

    private static NumberRange Sum(NumberRange a, NumberRange b)
    {
        var all = All(a.Bits);
        var result = all with { Known = a.Known.Add(b.Known).Cut(Mask(a.Bits)) };
        ulong low = unchecked(a.Low + b.Low), high = unchecked(a.High + b.High);
        if (high >= a.High && high <= all.High)
            result = result with { Low = low, High = high };
        long least = unchecked(a.SignedLow + b.SignedLow), most = unchecked(a.SignedHigh + b.SignedHigh);
        bool fits = !SumWraps(a.SignedLow, b.SignedLow, least) && !SumWraps(a.SignedHigh, b.SignedHigh, most);
        return (fits ? result.WithSigned(least, most) : result).Settle();
    }

    private static NumberRange Difference(NumberRange a, NumberRange b)
    {
        var result = All(a.Bits) with { Known = a.Known.Subtract(b.Known).Cut(Mask(a.Bits)) };
        if (a.Low >= b.High)
            result = result with { Low = a.Low - b.High, High = a.High - b.Low };
        long least = unchecked(a.SignedLow - b.SignedHigh), most = unchecked(a.SignedHigh - b.SignedLow);
        bool fits = !SumWraps(least, b.SignedHigh, a.SignedLow) && !SumWraps(most, b.SignedLow, a.SignedHigh);
        return (fits ? result.WithSigned(least, most) : result).Settle();
    }

    /// <summary>Whether two numbers have a sum that does not fit into 64 bits, of which this is what is left.</summary>
    private static bool SumWraps(long a, long b, long sum) => ((a ^ sum) & (b ^ sum)) < 0;

    private static NumberRange Product(NumberRange a, NumberRange b)
    {
        var result = All(a.Bits);
        if (Small(a) && Small(b))
        {
            // Factors below 2^31: no product leaves 64 bits.
            long p = a.SignedLow * b.SignedLow, q = a.SignedLow * b.SignedHigh, r = a.SignedHigh * b.SignedLow, s = a.SignedHigh * b.SignedHigh;
            result = result.WithSigned(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
        }
        if (b.Single is { } times && times != 0 && (times & (times - 1)) == 0)
            result = result with { Known = a.Known.ShiftLeft(TrailingZeros(times)).Cut(Mask(a.Bits)) };
        return result.Settle();
    }

    private static bool Small(NumberRange range) => range.SignedLow > -(1L << 31) && range.SignedHigh < 1L << 31;

    private static NumberRange Quotient(NumberRange a, NumberRange b, bool signed)
    {
        if (signed && (a.SignedLow < 0 || b.SignedLow < 0))
        {
            // The magnitude never grows, but for the least number divided by -1, which stays what it is.
            return a.SignedLow == All(a.Bits).SignedLow ? All(a.Bits) : Extent(a);
        }
        // By 0 BPF yields 0. On a way that cannot be taken a range may be empty, with its ends crossed.
        ulong low = b.Low == 0 || b.High == 0 ? 0 : a.Low / b.High, high = a.High / Math.Max(1, b.Low);
        return Unsigned(a.Bits, low, high);
    }

    private static NumberRange Extent(NumberRange a)
    {
        long most = Math.Max(Math.Abs(a.SignedLow), Math.Abs(a.SignedHigh));
        return Signed(a.Bits, -most, most);
    }

    private static NumberRange Remainder(NumberRange a, NumberRange b, bool signed)
    {
        // By 0 BPF yields the dividend.
        bool zero = b.Low == 0;
        if (signed && (a.SignedLow < 0 || b.SignedLow < 0))
        {
            if (zero || b.SignedLow == long.MinValue)
                return All(a.Bits);
            long most = Math.Max(Math.Abs(b.SignedLow), Math.Abs(b.SignedHigh)) - 1;
            return Signed(a.Bits, a.SignedLow < 0 ? Math.Max(-most, a.SignedLow) : 0, a.SignedHigh > 0 ? Math.Min(most, a.SignedHigh) : 0);
        }
        if (a.High < b.Low)
            return a;
        return Unsigned(a.Bits, 0, zero ? a.High : Math.Min(a.High, b.High - 1));
    }

    private static NumberRange Shift(BinaryOperator op, NumberRange a, NumberRange amount, bool signed)
    {
        if (amount.Single is not { } number)
        {
            return op == BinaryOperator.ShiftLeft || (signed && op == BinaryOperator.ShiftRight && a.SignedLow < 0)
                ? All(a.Bits)
                : Unsigned(a.Bits, 0, a.High);
        }
        // As in C#, modulo the width.
        int by = (int)(number & (ulong)(a.Bits - 1));
        if (op == BinaryOperator.ShiftLeft)
        {
            var shifted = All(a.Bits) with { Known = a.Known.ShiftLeft(by).Cut(Mask(a.Bits)) };
            return (a.High <= Mask(a.Bits) >> by ? shifted with { Low = a.Low << by, High = a.High << by } : shifted).Settle();
        }
        if (signed && op == BinaryOperator.ShiftRight)
            return Signed(a.Bits, a.SignedLow >> by, a.SignedHigh >> by);
        return (All(a.Bits) with { Known = a.Known.ShiftRight(by), Low = a.Low >> by, High = a.High >> by }).Settle();
    }

    private NumberRange WithSigned(long low, long high) =>
        low < SignedLow || high > SignedHigh ? this : this with { SignedLow = low, SignedHigh = high };

    private static int TrailingZeros(ulong value)
    {
        int count = 0;
        for (; count < 64 && (value & 1) == 0; value >>= 1)
            count++;
        return count;
    }
}
