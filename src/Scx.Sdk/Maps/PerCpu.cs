using Scx.Bindings;

namespace Scx;

/// <summary>
/// A variable of which each CPU has its own, all zeros at first, as <see cref="ThreadLocal{T}"/> has one for each thread: a map of type
/// BPF_MAP_TYPE_PERCPU_ARRAY with one entry. <c>readonly PerCpu&lt;ulong&gt; hits = new();</c> counts by <c>hits.Value++</c> without an atomic
/// operation and without the CPUs contending for a cache line.
/// </summary>
/// <typeparam name="TValue">Type of the variable: a number or a struct of at most 32 KiB.</typeparam>
[MapType("BPF_MAP_TYPE_PERCPU_ARRAY", 6, Key = "u32", Indexed = true, OneEntry = true, MaxValueSize = MapLimits.PerCpuValue)]
public sealed class PerCpu<[MapValue] TValue> where TValue : unmanaged
{
    readonly PerCpuStorage<Ref<TValue>> values = new(() => new Ref<TValue>(default));

    /// <summary>
    /// The variable of the CPU that runs the program (<c>bpf_map_lookup_elem</c>). It is always there, so nothing has to be checked. Another program on the
    /// same CPU may interrupt this one; only where both change it does that matter.
    /// </summary>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public ref TValue Value => ref values.Here.Value;

    /// <summary>Looks up a CPU's variable (<c>bpf_map_lookup_percpu_elem</c>).</summary>
    /// <param name="cpu">The CPU's number.</param>
    /// <returns>The variable, which the CPU may change meanwhile; null if there is no such CPU.</returns>
    [MapHelper("bpf_map_lookup_percpu_elem", 195)]
    public Ref<TValue>? Find(int cpu) => (uint)cpu < KernelScope.Current.NrCpuIds() ? values.Of(cpu) : null;

    /// <summary>A CPU's variable as user space sees it.</summary>
    internal TValue Of(int cpu) => values.Of(cpu).Value;
}
