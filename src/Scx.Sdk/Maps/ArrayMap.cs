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
}
