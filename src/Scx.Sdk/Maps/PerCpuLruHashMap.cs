using System.Diagnostics.CodeAnalysis;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A hash table in the kernel whose entries have a value for each CPU, and which makes room by dropping entries that were not used for long: a
/// map of type BPF_MAP_TYPE_LRU_PERCPU_HASH. Keys are compared byte by byte, padding included.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of entries that it may hold.</param>
[MapType("BPF_MAP_TYPE_LRU_PERCPU_HASH", 10, MaxValueSize = MapLimits.PerCpuValue)]
public sealed class PerCpuLruHashMap<[MapKey] TKey, [MapValue] TValue>([MapDefinition("max_entries", Maximum = MapLimits.HashEntries)] uint maxEntries)
    where TKey : unmanaged where TValue : unmanaged
{
    readonly HashTable<TKey, PerCpuStorage<Ref<TValue>>> table = new(maxEntries, evicts: true);

    /// <summary>Number of entries that it may hold.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => table.MaxEntries;

    /// <summary>Looks this CPU's value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if there is no entry.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public Ref<TValue>? Find(in TKey key) => table.Find(in key)?.Here;

    /// <summary>Looks this CPU's value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or null if there is no entry.</param>
    /// <returns>Whether there is one.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public bool TryGet(in TKey key, [NotNullWhen(true)] out Ref<TValue>? value) => (value = Find(in key)) is not null;

    /// <summary>Sets this CPU's value (<c>bpf_map_update_elem</c>); in a new entry the other CPUs' are 0.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">What to do if the key is there or is not.</param>
    /// <returns>0, or -EEXIST or -ENOENT as <paramref name="flags"/> has it, -ENOMEM.</returns>
    [MapHelper("bpf_map_update_elem", 2)]
    public int Update(in TKey key, in TValue value, MapUpdateFlags flags = MapUpdateFlags.Any)
    {
        TValue copy = value;
        return table.Update(in key, flags, present =>
        {
            PerCpuStorage<Ref<TValue>> entry = present ?? new(() => new Ref<TValue>(default));
            entry.Here.Value = copy;
            return entry;
        });
    }

    /// <summary>Removes an entry (<c>bpf_map_delete_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>0, or -ENOENT if there is none.</returns>
    [MapHelper("bpf_map_delete_elem", 3)]
    public int Delete(in TKey key) => table.Delete(in key);
}
