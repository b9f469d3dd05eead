using Scx.Bindings;

namespace Scx;

/// <summary>A first-in first-out queue in the kernel, shared with user space: a map of type BPF_MAP_TYPE_QUEUE.</summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of values that it may hold.</param>
[MapType("BPF_MAP_TYPE_QUEUE", 22)]
public sealed class QueueMap<[MapValue] TValue>([MapDefinition("max_entries")] uint maxEntries) where TValue : unmanaged
{
    readonly Ring<TValue> ring = new(maxEntries);

    /// <summary>Number of values that it may hold.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => ring.MaxEntries;

    /// <summary>Adds a value at the end (<c>bpf_map_push_elem</c>).</summary>
    /// <param name="value">The value.</param>
    /// <param name="flags"><see cref="MapUpdateFlags.Any"/>, or <see cref="MapUpdateFlags.Exist"/> to drop the oldest value if the queue is full.</param>
    /// <returns>0, or -E2BIG if the queue is full, -EINVAL for other flags.</returns>
    [MapHelper("bpf_map_push_elem", 87)]
    public int Push(in TValue value, MapUpdateFlags flags = MapUpdateFlags.Any) => ring.Push(in value, flags);

    /// <summary>Takes the oldest value out (<c>bpf_map_pop_elem</c>).</summary>
    /// <param name="value">The value; all 0 if the queue is empty.</param>
    /// <returns>Whether there was one.</returns>
    [MapHelper("bpf_map_pop_elem", 88)]
    public bool TryPop(out TValue value) => ring.TryTake(newest: false, remove: true, out value);

    /// <summary>Looks at the oldest value (<c>bpf_map_peek_elem</c>).</summary>
    /// <param name="value">The value; all 0 if the queue is empty.</param>
    /// <returns>Whether there is one.</returns>
    [MapHelper("bpf_map_peek_elem", 89)]
    public bool TryPeek(out TValue value) => ring.TryTake(newest: false, remove: false, out value);
}
