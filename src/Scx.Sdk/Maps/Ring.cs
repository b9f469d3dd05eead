namespace Scx;

/// <summary>The bounded sequence behind queues and stacks (kernel/bpf/queue_stack_maps.c).</summary>
sealed class Ring<TValue>(uint maxEntries) where TValue : unmanaged
{
    readonly LinkedList<TValue> values = [];
    readonly Lock gate = new();

    internal uint MaxEntries { get; } = MapStorage.Checked(maxEntries);

    internal int Push(in TValue value, MapUpdateFlags flags)
    {
        // The kernel takes BPF_EXIST as leave to drop the oldest value, and refuses BPF_NOEXIST.
        if (flags is MapUpdateFlags.NoExist or > MapUpdateFlags.Exist) return Errno.Invalid;
        lock (gate)
        {
            if (values.Count >= MaxEntries)
            {
                if (flags != MapUpdateFlags.Exist) return Errno.TooBig;
                values.RemoveFirst();
            }

            values.AddLast(value);
            return 0;
        }
    }

    /// <summary>Takes the newest or the oldest value, and removes it unless it is only looked at.</summary>
    internal bool TryTake(bool newest, bool remove, out TValue value)
    {
        lock (gate)
        {
            LinkedListNode<TValue>? node = newest ? values.Last : values.First;
            value = node?.Value ?? default;
            if (node is not null && remove) values.Remove(node);
            return node is not null;
        }
    }
}
