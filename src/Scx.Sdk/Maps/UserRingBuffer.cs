using System.Runtime.CompilerServices;
using Scx.Bindings;

namespace Scx;

/// <summary>Looks at one record that user space has sent.</summary>
/// <typeparam name="TRecord">Type of the records.</typeparam>
/// <param name="record">The record.</param>
[KernelCallback("bool (void *, void *)", 0, CopiesDynptr = true)]
public delegate LoopStep RecordVisitor<TRecord>(in TRecord record) where TRecord : unmanaged;

/// <summary>Looks at one record that user space has sent.</summary>
/// <typeparam name="TRecord">Type of the records.</typeparam>
/// <typeparam name="TState">Type of what the calls share.</typeparam>
/// <param name="record">The record.</param>
/// <param name="state">What the calls share.</param>
[KernelCallback("bool (void *, void *)", 0, 1, CopiesDynptr = true)]
public delegate LoopStep RecordVisitor<TRecord, TState>(in TRecord record, ref TState state) where TRecord : unmanaged where TState : unmanaged;

/// <summary>
/// A stream of records from user space to the scheduler: a map of type BPF_MAP_TYPE_USER_RINGBUF. User space writes to it without system calls.
/// </summary>
/// <typeparam name="TRecord">Type of the records. A longer one is cut, a shorter one left out.</typeparam>
/// <param name="bytes">Size, a power of two and at least a page of memory; each record takes 8 bytes more than its own, rounded up to 8.</param>
[MapType("BPF_MAP_TYPE_USER_RINGBUF", 31)]
public sealed class UserRingBuffer<TRecord>(
    [MapDefinition("max_entries", Meaning = "size in bytes", Minimum = MapLimits.PageSize, PowerOfTwo = true)] uint bytes)
    where TRecord : unmanaged
{
    readonly Queue<TRecord> records = new();
    readonly uint capacity = MapStorage.Checked(bytes) / (uint)MapStorage.RecordSpace((uint)Unsafe.SizeOf<TRecord>());
    readonly Lock gate = new();

    /// <summary>Size in bytes.</summary>
    [MapDefinition("max_entries")]
    public uint Bytes => bytes;

    /// <summary>Takes the records out that are there, the oldest first, up to 131072 (<c>bpf_user_ringbuf_drain</c>).</summary>
    /// <param name="visit">What is called for each: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of records taken out; -EBUSY if another CPU is at it, -EINVAL, -E2BIG or -ERANGE if user space has broken the buffer.</returns>
    [MapHelper("bpf_user_ringbuf_drain", 209, 0, 0)]
    public int Drain(RecordVisitor<TRecord> visit)
    {
        int none = 0;
        return Drain((in TRecord record, ref int _) => visit(in record), ref none);
    }

    /// <summary>As <see cref="Drain(RecordVisitor{TRecord})"/>, with something that the calls share.</summary>
    /// <typeparam name="TState">Type of what the calls share.</typeparam>
    /// <param name="visit">What is called for each: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the calls share.</param>
    /// <param name="flags">Whether user space is told that there is room again.</param>
    /// <returns>The number of records taken out; -EBUSY if another CPU is at it, -EINVAL, -E2BIG or -ERANGE if user space has broken the buffer.</returns>
    [MapHelper("bpf_user_ringbuf_drain", 209)]
    public int Drain<TState>(RecordVisitor<TRecord, TState> visit, [OnStack] ref TState state, RingBufferFlags flags = RingBufferFlags.None)
        where TState : unmanaged
    {
        for (int taken = 0; ; taken++)
        {
            TRecord record;
            lock (gate)
            {
                if (!records.TryDequeue(out record)) return taken;
            }
            if (visit(in record, ref state) != LoopStep.Continue) return taken + 1;
        }
    }

    /// <summary>Adds a record, as user space does; false if there is no room.</summary>
    internal bool TryWrite(in TRecord record)
    {
        lock (gate)
        {
            if (records.Count >= capacity) return false;
            records.Enqueue(record);
            return true;
        }
    }
}
