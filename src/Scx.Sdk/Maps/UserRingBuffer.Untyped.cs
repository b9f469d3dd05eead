using Scx.Bindings;

namespace Scx;

/// <summary>Looks at one record that user space has sent.</summary>
/// <param name="record">The record, while it is looked at.</param>
[KernelCallback("bool (void *, void *)", 0)]
public delegate LoopStep DynptrVisitor(Dynptr record);

/// <summary>Looks at one record that user space has sent.</summary>
/// <typeparam name="TState">Type of what the calls share.</typeparam>
/// <param name="record">The record, while it is looked at.</param>
/// <param name="state">What the calls share.</param>
[KernelCallback("bool (void *, void *)", 0, 1)]
public delegate LoopStep DynptrVisitor<TState>(Dynptr record, ref TState state) where TState : unmanaged;

/// <summary>
/// A stream of records of any size from user space to the scheduler: a map of type BPF_MAP_TYPE_USER_RINGBUF. Where all records are of one type,
/// <see cref="UserRingBuffer{TRecord}"/> says so.
/// </summary>
/// <param name="bytes">Size, a power of two and at least a page of memory; each record takes 8 bytes more than its own, rounded up to 8.</param>
[MapType("BPF_MAP_TYPE_USER_RINGBUF", 31)]
public sealed class UserRingBuffer(
    [MapDefinition("max_entries", Meaning = "size in bytes", Minimum = MapLimits.PageSize, PowerOfTwo = true)] uint bytes)
{
    readonly Queue<byte[]> records = new();
    readonly Lock gate = new();
    ulong used;

    /// <summary>Size in bytes.</summary>
    [MapDefinition("max_entries")]
    public uint Bytes => MapStorage.Checked(bytes);

    /// <summary>Takes the records out that are there, the oldest first, up to 131072 (<c>bpf_user_ringbuf_drain</c>).</summary>
    /// <param name="visit">What is called for each: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of records taken out; -EBUSY if another CPU is at it, -EINVAL, -E2BIG or -ERANGE if user space has broken the buffer.</returns>
    [MapHelper("bpf_user_ringbuf_drain", 209, 0, 0)]
    public int Drain(DynptrVisitor visit)
    {
        int none = 0;
        return Drain((Dynptr record, ref int _) => visit(record), ref none);
    }

    /// <summary>As <see cref="Drain(DynptrVisitor)"/>, with something that the calls share.</summary>
    /// <typeparam name="TState">Type of what the calls share.</typeparam>
    /// <param name="visit">What is called for each: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the calls share.</param>
    /// <param name="flags">Whether user space is told that there is room again.</param>
    /// <returns>The number of records taken out; -EBUSY if another CPU is at it, -EINVAL, -E2BIG or -ERANGE if user space has broken the buffer.</returns>
    [MapHelper("bpf_user_ringbuf_drain", 209)]
    public int Drain<TState>(DynptrVisitor<TState> visit, [OnStack] ref TState state, RingBufferFlags flags = RingBufferFlags.None) where TState : unmanaged
    {
        for (int taken = 0; ; taken++)
        {
            byte[]? record;
            lock (gate)
            {
                if (!records.TryDequeue(out record)) return taken;
                used -= MapStorage.RecordSpace((uint)record.Length);
            }
            if (visit(new Dynptr(new ByteMemory.OfMessage(record)), ref state) != LoopStep.Continue) return taken + 1;
        }
    }

    /// <summary>Adds a record, as user space does; false if there is no room.</summary>
    internal bool TryWrite(ReadOnlySpan<byte> record)
    {
        lock (gate)
        {
            if (used + MapStorage.RecordSpace((uint)record.Length) > bytes) return false;
            records.Enqueue(record.ToArray());
            used += MapStorage.RecordSpace((uint)record.Length);
            return true;
        }
    }
}
