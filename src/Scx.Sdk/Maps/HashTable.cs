using System.Runtime.InteropServices;

namespace Scx;

/// <summary>
/// A hash table as the kernel keeps it: keys are compared byte by byte, the number of entries is bounded
/// (kernel/bpf/hashtab.c, <c>htab_map_update_elem</c>).
/// </summary>
sealed class HashTable<TKey, TEntry>(uint maxEntries) where TKey : unmanaged where TEntry : class
{
    readonly Dictionary<TKey, TEntry> entries = new(BytewiseComparer.Instance);
    readonly Lock gate = new();

    internal uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    internal TEntry? Find(in TKey key)
    {
        lock (gate) return entries.GetValueOrDefault(key);
    }

    internal int Update(in TKey key, MapUpdateFlags flags, Func<TEntry?, TEntry> entry)
    {
        if (flags > MapUpdateFlags.Exist) return Errno.Invalid;
        lock (gate)
        {
            bool there = entries.TryGetValue(key, out TEntry? present);
            if (there && flags == MapUpdateFlags.NoExist) return Errno.Exists;
            if (!there && flags == MapUpdateFlags.Exist) return Errno.NoEntry;
            if (!there && entries.Count >= MaxEntries) return Errno.TooBig;
            entries[key] = entry(present);
            return 0;
        }
    }

    internal int Delete(in TKey key)
    {
        lock (gate) return entries.Remove(key) ? 0 : Errno.NoEntry;
    }

    sealed class BytewiseComparer : IEqualityComparer<TKey>
    {
        internal static readonly BytewiseComparer Instance = new();

        public bool Equals(TKey x, TKey y) => Bytes(in x).SequenceEqual(Bytes(in y));

        public int GetHashCode(TKey key)
        {
            var hash = new HashCode();
            hash.AddBytes(Bytes(in key));
            return hash.ToHashCode();
        }

        static ReadOnlySpan<byte> Bytes(ref readonly TKey key) =>
            MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in key, 1));
    }
}
