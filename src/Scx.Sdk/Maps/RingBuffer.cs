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
    readonly Queue<RingBufferRecord<TRecord>> records = new();
    readonly uint capacity = MapStorage.Checked(bytes) / (uint)MapStorage.RecordSpace((uint)Unsafe.SizeOf<TRecord>());
    readonly Lock gate = new();
    ulong consumed;

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
        if (Reserve() is not { } copy) return Errno.Again;
        copy.Value = record;
        copy.Submit(flags);
        return 0;
    }

    /// <summary>
    /// Makes room for a record, to be written in place (<c>bpf_ringbuf_reserve</c>):
    /// <c>using var e = events.Reserve(); if (e is null) return; e.Value.Pid = p.Pid; e.Submit();</c>
    /// </summary>
    /// <returns>The record, all 0, which has to be submitted or disposed of; null if there is no room.</returns>
    [MapHelper("bpf_ringbuf_reserve", 131, 0, PassesSize = true)]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull)]
    public RingBufferRecord<TRecord>? Reserve()
    {
        lock (gate)
        {
            if (records.Count >= capacity) return null;
            var record = new RingBufferRecord<TRecord>();
            records.Enqueue(record);
            return record;
        }
    }

    /// <summary>Tells how full the buffer is (<c>bpf_ringbuf_query</c>), as it was a moment ago.</summary>
    /// <param name="what">What is asked for.</param>
    /// <returns>Bytes.</returns>
    [MapHelper("bpf_ringbuf_query", 134)]
    public ulong Query(RingBufferQuery what)
    {
        lock (gate)
        {
            ulong pending = (ulong)records.Count * (bytes / capacity);
            return what switch
            {
                RingBufferQuery.Size => bytes,
                RingBufferQuery.Available => pending,
                RingBufferQuery.ConsumerPosition => consumed * (bytes / capacity),
                RingBufferQuery.ProducerPosition => consumed * (bytes / capacity) + pending,
                _ => 0,
            };
        }
    }

    /// <summary>Takes the oldest record out, as user space does: none while that is being written.</summary>
    internal bool TryTake(out TRecord record)
    {
        lock (gate)
        {
            while (records.TryPeek(out RingBufferRecord<TRecord>? oldest) && oldest.Progress != RingBufferRecord<TRecord>.State.Reserved)
            {
                records.Dequeue();
                consumed++;
                if (oldest.Progress != RingBufferRecord<TRecord>.State.Submitted) continue;
                record = oldest.Value;
                return true;
            }
            record = default;
            return false;
        }
    }
}
