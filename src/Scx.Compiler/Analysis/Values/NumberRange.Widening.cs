namespace Scx.Compiler.Analysis.Values;

internal readonly partial record struct NumberRange
{
    /// <summary>
    /// A range that has grown in a loop, grown further at once: to the next of the numbers that the program itself compares with, so that few
    /// rounds are needed and a loop's own bound is met exactly.
    /// </summary>
    /// <param name="before">What it was a round before.</param>
    /// <param name="thresholds">The numbers, in order.</param>
    /// <param name="signed">Whether the number has a sign: where it may get to when nothing stops it.</param>
    public NumberRange Widen(NumberRange before, IReadOnlyList<ulong> thresholds, bool signed)
    {
        var all = All(Bits);
        var wide = this;
        if (High > before.High)
            wide = wide with { High = Up(High, thresholds, all.High) };
        if (Low < before.Low)
            wide = wide with { Low = 0 };
        if (SignedHigh > before.SignedHigh)
            wide = wide with { SignedHigh = SignedHigh < 0 ? all.SignedHigh : (long)Math.Min(Up((ulong)SignedHigh, thresholds, (ulong)all.SignedHigh), (ulong)all.SignedHigh) };
        if (SignedLow < before.SignedLow)
            wide = wide with { SignedLow = SignedLow >= 0 ? 0 : all.SignedLow };
        if (!signed)
            wide = Unsigned(Bits, wide.Low, wide.High);
        // Bits above the old bound may be set in the new one; those below keep what is common (a step of 4 stays a multiple of 4).
        ulong common = Known.Unknown;
        ulong lowest = common & (~common + 1);
        ulong open = lowest == 0 ? 0 : Mask(Bits) & ~(lowest - 1);
        return (wide with { Known = new KnownBits(Known.Value & ~open, open) }).Settle();
    }

    private static ulong Up(ulong value, IReadOnlyList<ulong> thresholds, ulong most)
    {
        foreach (ulong threshold in thresholds)
        {
            if (threshold >= value)
                return Math.Min(threshold, most);
        }
        return most;
    }
}
