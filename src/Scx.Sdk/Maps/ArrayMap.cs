using Scx.Bindings;

namespace Scx;

/// <summary>An array in the kernel, with all values 0 at first: a map of type BPF_MAP_TYPE_ARRAY.</summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of values.</param>
[MapType("BPF_MAP_TYPE_ARRAY", 2, Key = "u32", Indexed = true)]
public sealed class ArrayMap<[MapValue] TValue>([MapDefinition("max_entries")] uint maxEntries) : ICallbackMap<uint, TValue>
    where TValue : unmanaged
{
    readonly Ref<TValue>[] values = MapStorage.Zeroed<TValue>(maxEntries);

    /// <summary>Number of values.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => (uint)values.Length;

    /// <summary>A value by its index, which must be known to be in range.</summary>
    /// <exception cref="IndexOutOfRangeException">Under .NET: <paramref name="index"/> is not less than <see cref="MaxEntries"/>.</exception>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public ref TValue this[[ByAddress] uint index] => ref values[index].Value;

    /// <inheritdoc cref="this[uint]"/>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public ref TValue this[[ByAddress] int index] => ref values[index].Value;

    /// <summary>Looks a value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <returns>The value, or null if <paramref name="index"/> is not less than <see cref="MaxEntries"/>.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public Ref<TValue>? Find([ByAddress] uint index) => index < values.Length ? values[index] : null;

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>).</summary>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0, 0)]
    public int ForEach(EntryVisitor<uint, TValue> visit)
    {
        int none = 0;
        return ForEach((in uint key, ref TValue value, ref int _) => visit(in key, ref value), ref none);
    }

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>), with something that the calls share.</summary>
    /// <typeparam name="TState">Type of what the calls share.</typeparam>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the calls share.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0)]
    public int ForEach<TState>(EntryVisitor<uint, TValue, TState> visit, [OnStack] ref TState state) where TState : unmanaged =>
        MapStorage.ForEach(values, visit, ref state);
}
