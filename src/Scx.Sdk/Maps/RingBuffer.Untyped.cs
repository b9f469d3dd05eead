using System.Runtime.CompilerServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A stream of records of any size from the kernel to user space, in the order in which they were begun on all CPUs: a map of type
/// BPF_MAP_TYPE_RINGBUF. Where all records are of one type, <see cref="RingBuffer{TRecord}"/> says so.
/// </summary>
/// <param name="bytes">Size, a power of two and at least a page of memory; each record takes 8 bytes more than its own, rounded up to 8.</param>
[MapType("BPF_MAP_TYPE_RINGBUF", 27)]
public sealed class RingBuffer(
    [MapDefinition("max_entries", Meaning = "size in bytes", Minimum = MapLimits.PageSize, PowerOfTwo = true)] uint bytes)
{
    readonly Queue<ByteMemory.OfRecord> records = new();
    readonly Lock gate = new();
    ulong produced, consumed;

    /// <summary>Size in bytes.</summary>
    [MapDefinition("max_entries")]
    public uint Bytes => MapStorage.Checked(bytes);

    /// <summary>
    /// Makes room for a record, to be written in place (<c>bpf_ringbuf_reserve_dynptr</c>):
    /// <c>using var record = events.Reserve(size); if (record.IsNull) return; record.Write(0, header); record.Submit();</c>
    /// </summary>
    /// <param name="size">Bytes of the record.</param>
    /// <returns>The record, which has to be submitted or disposed of even if there is no room; its bytes are whatever was there before.</returns>
    [MapHelper("bpf_ringbuf_reserve_dynptr", 198, 0)]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire)]
    public RingBufferDynptr Reserve(uint size)
    {
        lock (gate)
        {
            if (size > bytes || MapStorage.RecordSpace(size) > bytes - (produced - consumed)) return new RingBufferDynptr(null, 0);
            var record = new ByteMemory.OfRecord(size);
            records.Enqueue(record);
            produced += MapStorage.RecordSpace(size);
            return new RingBufferDynptr(record, size);
        }
    }

    /// <summary>Adds a record of a type (<c>bpf_ringbuf_output</c>).</summary>
    /// <typeparam name="T">Type of the record.</typeparam>
    /// <param name="record">The record, which is copied.</param>
    /// <param name="flags">Whether user space is told.</param>
    /// <returns>0, or -EAGAIN if there is no room.</returns>
    [MapHelper("bpf_ringbuf_output", 130)]
    public int Output<T>([WithSize] in T record, RingBufferFlags flags = RingBufferFlags.None) where T : unmanaged
    {
        using RingBufferDynptr copy = Reserve((uint)Unsafe.SizeOf<T>());
        if (copy.IsNull) return Errno.Again;
        copy.Write(0, in record);
        copy.Submit(flags);
        return 0;
    }

    /// <summary>Tells how full the buffer is (<c>bpf_ringbuf_query</c>), as it was a moment ago.</summary>
    /// <param name="what">What is asked for.</param>
    /// <returns>Bytes.</returns>
    [MapHelper("bpf_ringbuf_query", 134)]
    public ulong Query(RingBufferQuery what)
    {
        lock (gate)
        {
            return what switch
            {
                RingBufferQuery.Size => bytes,
                RingBufferQuery.Available => produced - consumed,
                RingBufferQuery.ConsumerPosition => consumed,
                RingBufferQuery.ProducerPosition => produced,
                _ => 0,
            };
        }
    }

    /// <summary>Takes the oldest record out, as user space does: null while that is being written.</summary>
    internal byte[]? Take()
    {
        lock (gate)
        {
            while (records.TryPeek(out ByteMemory.OfRecord? oldest) && oldest.Progress != ByteMemory.OfRecord.State.Reserved)
            {
                records.Dequeue();
                consumed += MapStorage.RecordSpace((uint)oldest.Read.Length);
                if (oldest.Progress == ByteMemory.OfRecord.State.Submitted) return oldest.Read.ToArray();
            }
            return null;
        }
    }
}
