using Scx.Bindings;

namespace Scx;

/// <summary>A hash table of maps that are made alike, which user space fills: a map of type BPF_MAP_TYPE_HASH_OF_MAPS.</summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <typeparam name="TMap">Type of the maps, such as <see cref="ArrayMap{TValue}"/>.</typeparam>
/// <param name="maxEntries">Number of entries that it may hold.</param>
/// <param name="inner">What each map is made with: <c>() => new(64)</c>.</param>
[MapType("BPF_MAP_TYPE_HASH_OF_MAPS", 13)]
public sealed class HashOfMaps<[MapKey] TKey, [MapValue] TMap>(
    [MapDefinition("max_entries", Maximum = MapLimits.HashEntries)] uint maxEntries, [MapTemplate] Func<TMap> inner)
    where TKey : unmanaged where TMap : class
{
    readonly HashTable<TKey, TMap> table = new(maxEntries);

    /// <summary>Number of entries that it may hold.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => table.MaxEntries;

    /// <summary>Finds a map (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>The map, or null if there is none.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public TMap? Find(in TKey key) => table.Find(in key);

    /// <summary>Puts a new map in, as user space does. For plain .NET: programs in the kernel cannot.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The map, or null if the table is full.</returns>
    public TMap? Create(in TKey key)
    {
        TMap map = inner();
        return table.Update(in key, MapUpdateFlags.Any, _ => map) == 0 ? map : null;
    }
}
