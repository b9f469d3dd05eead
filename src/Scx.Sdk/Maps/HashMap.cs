using System.Diagnostics.CodeAnalysis;

namespace Scx;

/// <summary>A hash table in the kernel: a map of type BPF_MAP_TYPE_HASH. Keys are compared byte by byte, padding included.</summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of entries that it may hold.</param>
public sealed class HashMap<TKey, TValue>(uint maxEntries) where TKey : unmanaged where TValue : unmanaged
{
    readonly HashTable<TKey, Ref<TValue>> table = new(maxEntries);

    /// <summary>Number of entries that it may hold.</summary>
    public uint MaxEntries => table.MaxEntries;

    /// <summary>Looks a value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if there is none.</returns>
    public Ref<TValue>? Find(in TKey key) => table.Find(in key);

    /// <summary>Looks a value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or null if there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(in TKey key, [NotNullWhen(true)] out Ref<TValue>? value) => (value = Find(in key)) is not null;

    /// <summary>Sets a value (<c>bpf_map_update_elem</c>). One that was found before keeps what it had.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">What to do if the key is there or is not.</param>
    /// <returns>0, or -E2BIG if the map is full, -EEXIST or -ENOENT as <paramref name="flags"/> has it, -ENOMEM.</returns>
    public int Update(in TKey key, in TValue value, MapUpdateFlags flags = MapUpdateFlags.Any)
    {
        var entry = new Ref<TValue>(value);
        return table.Update(in key, flags, _ => entry);
    }

    /// <summary>Removes an entry (<c>bpf_map_delete_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>0, or -ENOENT if there is none.</returns>
    public int Delete(in TKey key) => table.Delete(in key);
}
