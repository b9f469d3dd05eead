using Scx.Bindings;

namespace Scx;

/// <summary>An array of maps that are made alike: a map of type BPF_MAP_TYPE_ARRAY_OF_MAPS. Each entry has a map from the start.</summary>
/// <typeparam name="TMap">Type of the maps, such as <see cref="QueueMap{TValue}"/>.</typeparam>
/// <param name="maxEntries">Number of maps.</param>
/// <param name="inner">What each is made with: <c>() => new(4096)</c>.</param>
[MapType("BPF_MAP_TYPE_ARRAY_OF_MAPS", 12, Key = "u32")]
public sealed class ArrayOfMaps<[MapValue] TMap>(
    [MapDefinition("max_entries", Maximum = MapLimits.InnerMaps)] uint maxEntries, [MapTemplate(FillsEntries = true)] Func<TMap> inner)
    where TMap : class
{
    readonly TMap[] maps = [.. Enumerable.Range(0, (int)MapStorage.Checked(maxEntries)).Select(_ => inner())];

    /// <summary>Number of maps.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => (uint)maps.Length;

    /// <summary>Finds a map (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="index">Its index.</param>
    /// <returns>The map, or null if <paramref name="index"/> is not less than <see cref="MaxEntries"/>, or user space has taken the map out.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public TMap? Find([ByAddress] uint index) => index < maps.Length ? maps[index] : null;
}
