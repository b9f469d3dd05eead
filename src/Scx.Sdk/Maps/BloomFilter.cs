using Scx.Bindings;

namespace Scx;

/// <summary>
/// A set that answers "certainly not" or "perhaps": a map of type BPF_MAP_TYPE_BLOOM_FILTER. It takes far less memory than a table, and nothing
/// can be removed from it.
/// </summary>
/// <typeparam name="TValue">Type of the values, compared byte by byte, padding included.</typeparam>
/// <param name="maxEntries">Number of values that it is made for; more can be added, and it errs more often.</param>
/// <param name="hashFunctions">How many hash functions it uses: more of them err less often and take longer.</param>
[MapType("BPF_MAP_TYPE_BLOOM_FILTER", 30, NotInSleepable = true)]
public sealed class BloomFilter<[MapValue] TValue>(
    [MapDefinition("max_entries")] uint maxEntries,
    [MapDefinition("map_extra", Meaning = "number of hash functions", Maximum = 15)] uint hashFunctions = 5)
    where TValue : unmanaged
{
    // Exact, which a filter that never errs also is.
    readonly HashSet<TValue> values = new(BytewiseComparer<TValue>.Instance);
    readonly Lock gate = new();

    /// <summary>Number of values that it is made for.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    /// <summary>How many hash functions it uses.</summary>
    [MapDefinition("map_extra")]
    public uint HashFunctions => hashFunctions;

    /// <summary>Adds a value (<c>bpf_map_push_elem</c>).</summary>
    /// <returns>0.</returns>
    [MapHelper("bpf_map_push_elem", 87, 0)]
    public int Add(in TValue value)
    {
        lock (gate) values.Add(value);
        return 0;
    }

    /// <summary>Whether a value may have been added (<c>bpf_map_peek_elem</c>); false if it certainly was not.</summary>
    [MapHelper("bpf_map_peek_elem", 89)]
    public bool MayContain(in TValue value)
    {
        lock (gate) return values.Contains(value);
    }
}
