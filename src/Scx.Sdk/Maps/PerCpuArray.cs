using Scx.Bindings;

namespace Scx;

/// <summary>An array in the kernel of which each CPU has its own, with all values 0 at first: a map of type BPF_MAP_TYPE_PERCPU_ARRAY.</summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of values that each CPU has.</param>
[MapType("BPF_MAP_TYPE_PERCPU_ARRAY", 6, Key = "u32", Indexed = true, MaxValueSize = MapLimits.PerCpuValue)]
public sealed class PerCpuArray<[MapValue] TValue>([MapDefinition("max_entries")] uint maxEntries) where TValue : unmanaged
{
    readonly PerCpu<Ref<TValue>[]> values = new(() => MapStorage.Zeroed<TValue>(maxEntries));

    /// <summary>Number of values that each CPU has.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    /// <summary>This CPU's value by its index, which must be known to be in range.</summary>
    /// <exception cref="IndexOutOfRangeException">Under .NET: <paramref name="index"/> is not less than <see cref="MaxEntries"/>.</exception>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public ref TValue this[[ByAddress] uint index] => ref values.Here[index].Value;

    /// <inheritdoc cref="this[uint]"/>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public ref TValue this[[ByAddress] int index] => ref values.Here[index].Value;

    /// <summary>Looks this CPU's value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <returns>The value, or null if <paramref name="index"/> is not less than <see cref="MaxEntries"/>.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public Ref<TValue>? Find([ByAddress] uint index) => index < MaxEntries ? values.Here[index] : null;

    /// <summary>A CPU's value as user space sees it.</summary>
    internal TValue Of(int cpu, uint index) => values.Of(cpu)[index].Value;
}
