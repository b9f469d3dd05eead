namespace Scx;

/// <summary>
/// Arithmetic of virtual time: CPU time divided by weight, so that tasks which advance alike have had CPU time in proportion to their weights.
/// Virtual times wrap around like the clock; two that are compared are less than 2^63 apart.
/// </summary>
static class Vtime
{
    /// <summary>The virtual time that goes by for a task while it runs.</summary>
    /// <param name="ranNs">CPU time that it had, in ns.</param>
    /// <param name="weight">Its weight, such as <see cref="SchedExtEntity.Weight"/>; not 0.</param>
    public static ulong Charge(ulong ranNs, ulong weight) => ranNs * Weight.Normal / weight;

    /// <summary>The later of two virtual times.</summary>
    public static ulong Later(ulong a, ulong b) => Scheduler.VtimeBefore(a, b) ? b : a;

    /// <summary>Brings a clock forward to a virtual time, unless it is there already: then it is only read, and other CPUs keep it in their caches.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="vtime">The virtual time.</param>
    public static void Advance(ref ulong now, ulong vtime)
    {
        if (Scheduler.VtimeBefore(now, vtime))
            now = vtime;
    }

    /// <summary>
    /// The virtual time of a task that may have slept: its own, but no further behind the clock than its credit. Without that limit it would have
    /// a CPU to itself until it had caught up.
    /// </summary>
    /// <param name="vtime">Virtual time of the task.</param>
    /// <param name="now">The clock: virtual time of those that run now.</param>
    /// <param name="credit">How far behind it may start, in virtual time; one slice as a rule.</param>
    public static ulong LimitCredit(ulong vtime, ulong now, ulong credit) => Later(vtime, now - credit);

    /// <summary>
    /// The virtual time of one that may have had far more than its part: its own, but no further ahead of the clock than a debt. Without that limit it would wait
    /// until all others had caught up.
    /// </summary>
    /// <param name="vtime">Its virtual time.</param>
    /// <param name="now">The clock: virtual time of those that run now.</param>
    /// <param name="debt">How far ahead it may be, in virtual time.</param>
    public static ulong LimitDebt(ulong vtime, ulong now, ulong debt) => Scheduler.VtimeBefore(now + debt, vtime) ? now + debt : vtime;
}
