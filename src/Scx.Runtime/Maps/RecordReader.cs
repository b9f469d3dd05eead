using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// Reads the records that a scheduler writes to a ring buffer, in their order and each once. Reading costs no system call; waiting does. For one thread at
/// a time.
/// </summary>
public abstract class RecordReader : IDisposable
{
    readonly RecordSink sink;
    readonly string name;
    nint buffer;

    private protected unsafe RecordReader(BpfMap map, RecordSink sink)
    {
        this.sink = sink;
        name = map.Name;
        buffer = Libbpf.ring_buffer__new(map.Descriptor, RecordSink.Callback, sink.Context, 0);
        if (buffer != 0)
            return;
        int error = Marshal.GetLastPInvokeError();
        sink.Dispose();
        throw new MapOperationException(name, "mapping", error);
    }

    // Records that were taken from the buffer and not asked for yet.
    private protected abstract int Count { get; }

    /// <summary>Waits until there are records.</summary>
    /// <param name="longest">How long at most, in whole milliseconds; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The reader has been disposed of.</exception>
    public bool Wait(TimeSpan longest)
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        if (Count == 0)
            Check(Libbpf.ring_buffer__poll(buffer, (int)longest.TotalMilliseconds), "waiting");
        return Count > 0;
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

    // Fetches what has been written, if nothing fetched is left.
    private protected void Fetch()
    {
        ObjectDisposedException.ThrowIf(buffer == 0, this);
        if (Count == 0)
            Check(Libbpf.ring_buffer__consume(buffer), "reading");
    }

    // A signal interrupts waiting; whoever waits finds no records and asks again.
    void Check(int result, string operation)
    {
        if (result < 0 && result != -ErrorNumber.Interrupted)
            throw new MapOperationException(name, operation, -result);
    }
}
