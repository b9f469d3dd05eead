namespace Scx;

/// <summary>
/// Atomic changes that order nothing else, for counters: only what they add up to matters. As the kernel's <c>atomic_inc()</c> and unlike
/// <see cref="System.Threading.Interlocked"/>, which is a full barrier and so costs more where the processor has such instructions (arm64). BPF's atomic instructions without
/// <c>BPF_FETCH</c> (Documentation/bpf/standardization/instruction-set.rst; for the order, Documentation/atomic_t.txt).
/// </summary>
public static class Relaxed
{
    /// <summary>Adds 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Increment(ref int location) => Interlocked.Increment(ref location);

    /// <summary>Adds 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Increment(ref uint location) => Interlocked.Increment(ref location);

    /// <summary>Adds 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Increment(ref long location) => Interlocked.Increment(ref location);

    /// <summary>Adds 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Increment(ref ulong location) => Interlocked.Increment(ref location);

    /// <summary>Subtracts 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Decrement(ref int location) => Interlocked.Decrement(ref location);

    /// <summary>Subtracts 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Decrement(ref uint location) => Interlocked.Decrement(ref location);

    /// <summary>Subtracts 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Decrement(ref long location) => Interlocked.Decrement(ref location);

    /// <summary>Subtracts 1.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    public static void Decrement(ref ulong location) => Interlocked.Decrement(ref location);

    /// <summary>Adds a number, wrapping around.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    /// <param name="amount">The number.</param>
    public static void Add(ref int location, int amount) => Interlocked.Add(ref location, amount);

    /// <summary>Adds a number, wrapping around.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    /// <param name="amount">The number.</param>
    public static void Add(ref uint location, uint amount) => Interlocked.Add(ref location, amount);

    /// <summary>Adds a number, wrapping around.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    /// <param name="amount">The number.</param>
    public static void Add(ref long location, long amount) => Interlocked.Add(ref location, amount);

    /// <summary>Adds a number, wrapping around.</summary>
    /// <param name="location">What is changed, in memory of the scheduler's own.</param>
    /// <param name="amount">The number.</param>
    public static void Add(ref ulong location, ulong amount) => Interlocked.Add(ref location, amount);
}
