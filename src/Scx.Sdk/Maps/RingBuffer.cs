using System.Runtime.CompilerServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A stream of records from the kernel to user space, in the order in which they were begun on all CPUs: a map of type BPF_MAP_TYPE_RINGBUF. User
/// space reads it without system calls.
/// </summary>
/// <typeparam name="TRecord">Type of the records.</typeparam>
/// <param name="bytes">Size, a power of two and at least a page of memory; each record takes 8 bytes more than its own, rounded up to 8.</param>
[MapType("BPF_MAP_TYPE_RINGBUF", 27)]
public sealed class RingBuffer<TRecord>(
    [MapDefinition("max_entries", Meaning = "size in bytes", Minimum = MapLimits.PageSize, PowerOfTwo = true)] uint bytes)
    where TRecord : unmanaged
{
    readonly Queue<TRecord> records = new();
    readonly uint capacity = MapStorage.Checked(bytes) / (((uint)Unsafe.SizeOf<TRecord>() + 15) & ~7u);
    readonly Lock gate = new();

    /// <summary>Size in bytes.</summary>
    [MapDefinition("max_entries")]
    public uint Bytes => bytes;

    /// <summary>Adds a record (<c>bpf_ringbuf_output</c>).</summary>
    /// <param name="record">The record, which is copied.</param>
    /// <param name="flags">Whether user space is told.</param>
    /// <returns>0, or -EAGAIN if there is no room.</returns>
    [MapHelper("bpf_ringbuf_output", 130)]
    public int Output([WithSize] in TRecord record, RingBufferFlags flags = RingBufferFlags.None)
    {
        lock (gate)
        {
            if (records.Count >= capacity) return Errno.Again;
            records.Enqueue(record);
            return 0;
        }
    }

    /// <summary>Takes the oldest record out, as user space does.</summary>
    internal bool TryTake(out TRecord record)
    {
        lock (gate) return records.TryDequeue(out record);
    }
}
