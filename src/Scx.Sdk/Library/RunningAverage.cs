namespace Scx;

/// <summary>Averages that forget: later values count for more than earlier ones, and nothing but the average itself has to be kept.</summary>
static class RunningAverage
{
    /// <summary>An average with one more value: three quarters of what it was, and a quarter of the value.</summary>
    /// <param name="average">The average so far; for the first value, that value.</param>
    /// <param name="value">The value.</param>
    public static ulong Add(ulong average, ulong value) => average - average / 4 + value / 4;

    /// <summary>A quantity that halves with each half-life that passes; falls in a straight line in between.</summary>
    /// <param name="value">What it was.</param>
    /// <param name="elapsed">How long ago, in any unit.</param>
    /// <param name="halfLife">The half-life, in the same unit; not 0, less than 2^31.</param>
    public static ulong Decay(ulong value, ulong elapsed, ulong halfLife)
    {
        ulong halvings = elapsed / halfLife;
        if (halvings >= 64)
            return 0;
        ulong left = value >> (int)halvings;
        ulong rest = elapsed % halfLife;
        // left / halfLife * rest would lose too much, left * rest may not fit.
        return left - (left / 2 / halfLife * rest + left / 2 % halfLife * rest / halfLife);
    }

    /// <summary>How often something happens, as a running average.</summary>
    /// <param name="frequency">The frequency so far.</param>
    /// <param name="intervalNs">Time since it last happened, in ns.</param>
    /// <returns>Times per second.</returns>
    public static ulong AddInterval(ulong frequency, ulong intervalNs) =>
        Add(frequency, intervalNs == 0 ? frequency : NsPerSecond / intervalNs);

    const ulong NsPerSecond = 1_000_000_000;
}
