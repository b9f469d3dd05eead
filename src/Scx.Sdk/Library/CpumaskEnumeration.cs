namespace Scx;

/// <summary>Going through a set of CPUs.</summary>
static class CpumaskEnumeration
{
    /// <summary>
    /// The CPUs of a set in rising order, as <c>foreach (int cpu in mask)</c> asks for them. The set is copied as the loop begins; on machines of more than
    /// 64 CPUs that takes memory, and the loop has no turns if there is none.
    /// </summary>
    /// <param name="mask">The set.</param>
    public static CpuIterator GetEnumerator(this Cpumask mask) => mask.Cpus(Scheduler.NrCpuIds());
}
