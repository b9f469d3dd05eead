using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A table that finds the entry with the longest prefix of a key: a map of type BPF_MAP_TYPE_LPM_TRIE. A key begins with a <c>uint</c>, the number
/// of bits that count, and goes on with 1 to 256 bytes whose first bit is the highest of the first byte.
/// </summary>
/// <typeparam name="TKey">Type of the keys: a struct whose first field is the <c>uint</c>.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of entries that it may hold.</param>
[MapType("BPF_MAP_TYPE_LPM_TRIE", 11, Flags = MapCreation.NoPreallocation, KeyStart = "u32", MaxKeySize = 260, NotInSleepable = true, InSleepableSince = "7.2")]
public sealed class LpmTrie<[MapKey] TKey, [MapValue] TValue>([MapDefinition("max_entries")] uint maxEntries)
    where TKey : unmanaged where TValue : unmanaged
{
    readonly List<(byte[] Key, Ref<TValue> Value)> entries = [];
    readonly Lock gate = new();

    /// <summary>Number of entries that it may hold.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    /// <summary>Finds the value of the longest prefix that the key begins with (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key; of an address, with all its bits.</param>
    /// <returns>The value, or null if no entry is a prefix of the key.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public Ref<TValue>? Find(in TKey key)
    {
        byte[] wanted = Bytes(in key);
        lock (gate)
        {
            return entries.Where(e => Length(e.Key) <= Length(wanted) && SamePrefix(e.Key, wanted, Length(e.Key)))
                .OrderByDescending(e => Length(e.Key)).Select(e => e.Value).FirstOrDefault();
        }
    }

    /// <inheritdoc cref="Find"/>
    /// <param name="key">The key; of an address, with all its bits.</param>
    /// <param name="value">The value, or null if no entry is a prefix of the key.</param>
    /// <returns>Whether there is one.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public bool TryGet(in TKey key, [NotNullWhen(true)] out Ref<TValue>? value) => (value = Find(in key)) is not null;

    /// <summary>Sets the value of a prefix (<c>bpf_map_update_elem</c>).</summary>
    /// <param name="key">The prefix.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">What to do if the prefix is there or is not.</param>
    /// <returns>0, or -ENOSPC if the map is full, -EEXIST or -ENOENT as <paramref name="flags"/> has it, -EINVAL if the prefix is too long, -ENOMEM.</returns>
    [MapHelper("bpf_map_update_elem", 2)]
    public int Update(in TKey key, in TValue value, MapUpdateFlags flags = MapUpdateFlags.Any)
    {
        byte[] prefix = Bytes(in key);
        if (flags > MapUpdateFlags.Exist || Length(prefix) > (prefix.Length - sizeof(uint)) * 8) return Errno.Invalid;
        lock (gate)
        {
            int at = IndexOf(prefix);
            if (at >= 0 && flags == MapUpdateFlags.NoExist) return Errno.Exists;
            if (at < 0 && flags == MapUpdateFlags.Exist) return Errno.NoEntry;
            if (at < 0 && entries.Count >= MaxEntries) return Errno.NoSpace;
            if (at >= 0) entries.RemoveAt(at);
            entries.Add((prefix, new Ref<TValue>(value)));
            return 0;
        }
    }

    /// <summary>Removes a prefix (<c>bpf_map_delete_elem</c>).</summary>
    /// <param name="key">The prefix.</param>
    /// <returns>0, or -ENOENT if it is not there.</returns>
    [MapHelper("bpf_map_delete_elem", 3)]
    public int Delete(in TKey key)
    {
        byte[] prefix = Bytes(in key);
        lock (gate)
        {
            int at = IndexOf(prefix);
            if (at < 0) return Errno.NoEntry;
            entries.RemoveAt(at);
            return 0;
        }
    }

    int IndexOf(byte[] prefix) => entries.FindIndex(e => Length(e.Key) == Length(prefix) && SamePrefix(e.Key, prefix, Length(prefix)));

    static byte[] Bytes(in TKey key) => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in key, 1)).ToArray();

    static uint Length(byte[] key) => BitConverter.ToUInt32(key);

    static bool SamePrefix(byte[] a, byte[] b, uint bits)
    {
        for (int bit = 0; bit < bits; bit++)
        {
            int at = sizeof(uint) + bit / 8, mask = 0x80 >> bit % 8;
            if ((a[at] & mask) != (b[at] & mask)) return false;
        }
        return true;
    }
}
