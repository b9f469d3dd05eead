using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis.Values;

/// <content>Counts of bits.</content>
internal readonly partial record struct NumberRange
{
    /// <summary>What can be counted in this number of 64 bits.</summary>
    /// <param name="count">What is counted.</param>
    /// <param name="bits">Width of the result.</param>
    public NumberRange Counted(BitCount count, int bits)
    {
        // A number of which no bit below the n-th can be set has n zeros at least.
        var (least, most) = count switch
        {
            BitCount.Set => (SetIn(Known.Value), SetIn(Known.Possible)),
            BitCount.TrailingZeros => (TrailingZeros(Known.Possible), Low == 0 ? 64 : Math.Min(Highest(High), TrailingZeros(Known.Value))),
            _ => (Highest(Low), Highest(High)),
        };
        return Unsigned(bits, (ulong)least, (ulong)most);
    }

    private static int SetIn(ulong number)
    {
        int set = 0;
        for (; number != 0; number &= number - 1)
            set++;
        return set;
    }

    private static int Highest(ulong number)
    {
        int highest = 0;
        while ((number >>= 1) != 0)
            highest++;
        return highest;
    }
}
