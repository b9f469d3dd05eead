using Scx.Bindings;

namespace Scx;

/// <summary>An array in the kernel of which each CPU has its own, with all values 0 at first: a map of type BPF_MAP_TYPE_PERCPU_ARRAY.</summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of values that each CPU has.</param>
[MapType("BPF_MAP_TYPE_PERCPU_ARRAY", 6, Key = "u32", Indexed = true, MaxValueSize = MapLimits.PerCpuValue)]
public sealed class PerCpuArray<[MapValue] TValue>([MapDefinition("max_entries")] uint maxEntries) where TValue : unmanaged
{
    readonly PerCpuStorage<Ref<TValue>[]> values = new(() => MapStorage.Zeroed<TValue>(maxEntries));

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

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>), this CPU's values.</summary>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0, 0)]
    public int ForEach(EntryVisitor<uint, TValue> visit)
    {
        int none = 0;
        return ForEach((in uint key, ref TValue value, ref int _) => visit(in key, ref value), ref none);
    }

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>), this CPU's values, with something that the calls share.</summary>
    /// <typeparam name="TState">Type of what the calls share.</typeparam>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the calls share.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0)]
    public int ForEach<TState>(EntryVisitor<uint, TValue, TState> visit, [OnStack] ref TState state) where TState : unmanaged =>
        MapStorage.ForEach(values.Here, visit, ref state);

    /// <summary>Looks a CPU's value up (<c>bpf_map_lookup_percpu_elem</c>).</summary>
    /// <param name="index">Its index.</param>
    /// <param name="cpu">The CPU's number.</param>
    /// <returns>The value, which the CPU may change meanwhile; null if <paramref name="index"/> is not less than <see cref="MaxEntries"/> or there is no such CPU.</returns>
    [MapHelper("bpf_map_lookup_percpu_elem", 195)]
    public Ref<TValue>? Find([ByAddress] uint index, int cpu) =>
        index < MaxEntries && (uint)cpu < KernelScope.Current.NrCpuIds() ? values.Of(cpu)[index] : null;
}
