using System.Collections.Concurrent;

namespace Scx;

/// <summary>One thing for each simulated CPU, made when first asked for.</summary>
sealed class PerCpuStorage<T>(Func<T> make)
{
    readonly ConcurrentDictionary<int, T> things = new();

    /// <summary>That of the CPU on which the present callback runs.</summary>
    internal T Here => Of(KernelScope.CurrentCpu);

    /// <summary>That of a certain CPU.</summary>
    internal T Of(int cpu) => things.GetOrAdd(cpu, _ => make());
}
