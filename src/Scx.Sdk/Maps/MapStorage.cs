namespace Scx;

/// <summary>What the managed maps share.</summary>
static class MapStorage
{
    /// <summary>The number of entries, which the kernel wants not to be 0 (<c>array_map_alloc_check</c> and its like answer -EINVAL).</summary>
    internal static uint Checked(uint maxEntries)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxEntries);
        return maxEntries;
    }

    /// <summary>The bytes that a record takes in a ring buffer: its header's 8 (<c>BPF_RINGBUF_HDR_SZ</c>) and its own, rounded up to 8.</summary>
    internal static ulong RecordSpace(uint size) => (size + 15UL) & ~7UL;

    /// <summary>Values that are all 0.</summary>
    internal static Ref<TValue>[] Zeroed<TValue>(uint count) where TValue : unmanaged
    {
        var values = new Ref<TValue>[Checked(count)];
        for (int i = 0; i < values.Length; i++) values[i] = new Ref<TValue>(default);
        return values;
    }

    /// <summary>Calls a function for each value of an array.</summary>
    internal static int ForEach<TValue, TState>(Ref<TValue>[] values, EntryVisitor<uint, TValue, TState> visit, ref TState state)
        where TValue : unmanaged where TState : unmanaged
    {
        for (uint i = 0; i < values.Length; i++)
        {
            if (visit(in i, ref values[i].Value, ref state) != LoopStep.Continue) return (int)i + 1;
        }
        return values.Length;
    }
}
