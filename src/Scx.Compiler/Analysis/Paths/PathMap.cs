using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Scx.Compiler.Analysis.Paths;

/// <summary>
/// What stands for what on one way, by identity of the keys. Ways part all the time and then differ in little, so a copy shares its memory with the original until
/// one of them is changed. May be changed while it is gone through, which goes on as if it had not been, but for what is removed.
/// </summary>
internal sealed class PathMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>> where TKey : class
{
    // So few are found as fast by looking at each.
    private const int Few = 8;

    private static readonly Entry[] Empty = [];

    private Entry[] entries = Empty;
    private int[]? buckets;
    private int used;
    private bool shared;

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The keys, in the order in which they were added.</summary>
    public IEnumerable<TKey> Keys => this.Select(entry => entry.Key);

    /// <summary>What stands for the keys, in the same order.</summary>
    public IEnumerable<TValue> Values => this.Select(entry => entry.Value);

    public TValue this[TKey key]
    {
        get => Find(key) is >= 0 and var at ? entries[at].Value : throw new KeyNotFoundException();
        set => Set(key, value);
    }

    /// <summary>Another with the same content.</summary>
    public PathMap<TKey, TValue> Copy()
    {
        shared = true;
        return new() { entries = entries, buckets = buckets, used = used, shared = true, Count = Count };
    }

    public bool ContainsKey(TKey key) => Find(key) >= 0;

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        int at = Find(key);
        value = at >= 0 ? entries[at].Value : default!;
        return at >= 0;
    }

    public bool Remove(TKey key)
    {
        int at = Find(key);
        if (at < 0)
            return false;
        if (shared)
            Own(entries.Length);
        if (buckets is not null)
            Unlink(at);
        (entries[at].Key, entries[at].Value) = (null!, default!);
        Count--;
        return true;
    }

    public void Clear()
    {
        if (shared)
            (entries, buckets, shared) = (Empty, null, false);
        Array.Clear(entries, 0, used);
        if (buckets is not null)
            Array.Clear(buckets, 0, buckets.Length);
        (used, Count) = (0, 0);
    }

    public Enumerator GetEnumerator() => new(entries, used);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(TKey key)
    {
        var all = entries;
        if (buckets is null)
        {
            for (int i = 0; i < used; i++)
            {
                if (all[i].Key == key)
                    return i;
            }
            return -1;
        }
        int at = buckets[RuntimeHelpers.GetHashCode(key) & (buckets.Length - 1)] - 1;
        while (at >= 0 && all[at].Key != key)
            at = all[at].Next;
        return at;
    }

    private void Set(TKey key, TValue value)
    {
        int at = Find(key);
        if (at >= 0)
        {
            if (shared)
                Own(entries.Length);
            entries[at].Value = value;
            return;
        }
        if (used == entries.Length)
            Grow();
        else if (shared)
            Own(entries.Length);
        entries[used].Key = key;
        entries[used].Value = value;
        if (buckets is not null)
            Link(used);
        used++;
        Count++;
    }

    /// <summary>Makes room for more, in place of what has been removed where that is much.</summary>
    private void Grow()
    {
        if (used == 0 || Count > used * 3 / 4)
        {
            Own(Math.Max(4, used * 2));
        }
        else
        {
            var kept = new Entry[entries.Length];
            int count = 0;
            for (int i = 0; i < used; i++)
            {
                if (entries[i].Key is not null)
                    kept[count++] = entries[i];
            }
            (entries, used, shared) = (kept, count, false);
        }
        if (entries.Length <= Few)
            return;
        int size = 16;
        while (size < entries.Length)
            size *= 2;
        buckets = new int[size];
        for (int i = 0; i < used; i++)
        {
            if (entries[i].Key is not null)
                Link(i);
        }
    }

    private void Own(int capacity)
    {
        var own = new Entry[capacity];
        Array.Copy(entries, own, used);
        entries = own;
        if (buckets is not null)
            buckets = (int[])buckets.Clone();
        shared = false;
    }

    private void Link(int at)
    {
        ref int first = ref buckets![RuntimeHelpers.GetHashCode(entries[at].Key) & (buckets.Length - 1)];
        entries[at].Next = first - 1;
        first = at + 1;
    }

    private void Unlink(int at)
    {
        ref int first = ref buckets![RuntimeHelpers.GetHashCode(entries[at].Key) & (buckets.Length - 1)];
        if (first == at + 1)
        {
            first = entries[at].Next + 1;
            return;
        }
        int before = first - 1;
        while (entries[before].Next != at)
            before = entries[before].Next;
        entries[before].Next = entries[at].Next;
    }

    internal struct Entry
    {
        // Null of what has been removed.
        public TKey Key;
        public TValue Value;

        // The next with the same remainder of its hash; -1 if there is none.
        public int Next;
    }

    /// <summary>Goes through a map.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        private readonly Entry[] entries;
        private readonly int used;
        private int at;

        internal Enumerator(Entry[] entries, int used) => (this.entries, this.used, at) = (entries, used, -1);

        public readonly KeyValuePair<TKey, TValue> Current => new(entries[at].Key, entries[at].Value);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (++at < used)
            {
                if (entries[at].Key is not null)
                    return true;
            }
            return false;
        }

        public void Reset() => at = -1;

        public readonly void Dispose() { }
    }
}
