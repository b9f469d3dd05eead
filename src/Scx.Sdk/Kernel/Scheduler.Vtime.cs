namespace Scx;

public abstract partial class Scheduler
{
    /// <summary>
    /// Whether a virtual time comes before another, across the wrap-around of 64 bits: the sign of their difference decides, so the two must be
    /// less than 2^63 apart.
    /// </summary>
    /// <param name="a">One virtual time.</param>
    /// <param name="b">The other.</param>
    /// <returns>Whether <paramref name="a"/> is the earlier one.</returns>
    public static bool VtimeBefore(ulong a, ulong b) => unchecked((long)(a - b)) < 0;
}
