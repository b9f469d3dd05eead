namespace Scx;

/// <summary>
/// A hash table as the kernel keeps it: keys are compared byte by byte, the number of entries is bounded
/// (kernel/bpf/hashtab.c, <c>htab_map_update_elem</c>).
/// </summary>
/// <param name="maxEntries">Number of entries that it may hold.</param>
/// <param name="evicts">A full table makes room by dropping the entry that was used longest ago.</param>
sealed class HashTable<TKey, TEntry>(uint maxEntries, bool evicts = false) where TKey : unmanaged where TEntry : class
{
    readonly Dictionary<TKey, TEntry> entries = new(BytewiseComparer<TKey>.Instance);
    readonly Dictionary<TKey, LinkedListNode<TKey>> uses = new(BytewiseComparer<TKey>.Instance);
    readonly LinkedList<TKey> byUse = [];
    readonly Lock gate = new();

    internal uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    internal TEntry? Find(in TKey key)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out TEntry? entry)) return null;
            Use(in key);
            return entry;
        }
    }

    internal int Update(in TKey key, MapUpdateFlags flags, Func<TEntry?, TEntry> entry)
    {
        if (flags > MapUpdateFlags.Exist) return Errno.Invalid;
        lock (gate)
        {
            bool there = entries.TryGetValue(key, out TEntry? present);
            if (there && flags == MapUpdateFlags.NoExist) return Errno.Exists;
            if (!there && flags == MapUpdateFlags.Exist) return Errno.NoEntry;
            if (!there && entries.Count >= MaxEntries)
            {
                if (!evicts) return Errno.TooBig;
                Remove(byUse.First!.Value);
            }

            entries[key] = entry(present);
            Use(in key);
            return 0;
        }
    }

    internal int Delete(in TKey key)
    {
        lock (gate) return Remove(in key) ? 0 : Errno.NoEntry;
    }

    void Use(in TKey key)
    {
        if (!evicts) return;
        if (uses.TryGetValue(key, out LinkedListNode<TKey>? node)) byUse.Remove(node);
        uses[key] = byUse.AddLast(key);
    }

    bool Remove(in TKey key)
    {
        if (uses.Remove(key, out LinkedListNode<TKey>? node)) byUse.Remove(node);
        return entries.Remove(key);
    }

    /// <summary>Calls a function for each entry that was there at first.</summary>
    internal int ForEach<TValue, TState>(Func<TEntry, Ref<TValue>> value, EntryVisitor<TKey, TValue, TState> visit, ref TState state)
        where TValue : unmanaged where TState : unmanaged
    {
        KeyValuePair<TKey, TEntry>[] all;
        lock (gate) all = [.. entries];
        for (int i = 0; i < all.Length; i++)
        {
            TKey key = all[i].Key;
            if (visit(in key, ref value(all[i].Value).Value, ref state) != LoopStep.Continue) return i + 1;
        }
        return all.Length;
    }
}
