using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// Reads the records that a scheduler writes to a <see cref="RingBuffer{TRecord}"/>, in their order and each once. Reading costs no system call;
/// waiting does. For one thread at a time.
/// </summary>
/// <typeparam name="T">The records' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class RingBufferReader<T> : IDisposable where T : unmanaged
{
    readonly Sink sink = new();
    readonly string name;
    nint buffer;

    internal RingBufferReader(BpfMap map)
    {
        name = map.Name;
        buffer = Libbpf.ring_buffer__new(map.Descriptor, RecordSink.Callback, sink.Context, 0);
        if (buffer != 0)
            return;
        int error = Marshal.GetLastPInvokeError();
        sink.Dispose();
        throw new MapOperationException(name, "mapping", error);
    }

    /// <summary>Records that were left out because they are shorter than <typeparamref name="T"/>.</summary>
    public long Mismatched => sink.Mismatched;

    /// <summary>Takes the oldest record. False if there is none yet, or the oldest is still being written.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The reader has been disposed of.</exception>
    public bool TryRead(out T record)
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        if (sink.Records.Count == 0)
            Check(Libbpf.ring_buffer__consume(buffer), "reading");
        return sink.Records.TryDequeue(out record);
    }

    /// <summary>Waits until there are records.</summary>
    /// <param name="longest">How long at most, in whole milliseconds; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The reader has been disposed of.</exception>
    public bool Wait(TimeSpan longest)
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        if (sink.Records.Count == 0)
            Check(Libbpf.ring_buffer__poll(buffer, (int)longest.TotalMilliseconds), "waiting");
        return sink.Records.Count > 0;
    }

    /// <summary>Takes the mapping away. Records that were not read are lost to this reader.</summary>
    public void Dispose()
    {
        if (buffer == 0)
            return;
        Libbpf.ring_buffer__free(buffer);
        buffer = 0;
        sink.Dispose();
    }

    // A signal interrupts waiting; whoever waits finds no records and asks again.
    void Check(int result, string operation)
    {
        if (result < 0 && result != -ErrorNumber.Interrupted)
            throw new MapOperationException(name, operation, -result);
    }

    sealed class Sink : RecordSink
    {
        public Queue<T> Records { get; } = new();

        public long Mismatched { get; private set; }

        protected override void Add(ReadOnlySpan<byte> record)
        {
            if (record.Length < Unsafe.SizeOf<T>())
                Mismatched++;
            else
                Records.Enqueue(MemoryMarshal.Read<T>(record));
        }
    }
}
