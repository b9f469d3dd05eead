using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Writes records to a scheduler's <see cref="UserRingBuffer{TRecord}"/>.</summary>
/// <typeparam name="T">The records' type, laid out as in the scheduler.</typeparam>
public sealed class RingBufferWriter<T> : RecordWriter where T : unmanaged
{
    internal RingBufferWriter(BpfMap map) : base(map) { }

    /// <summary>Adds a record. False if there is no room until the scheduler has taken some out.</summary>
    /// <exception cref="MapOperationException">The buffer is smaller than a record.</exception>
    /// <exception cref="ObjectDisposedException">The writer has been disposed of.</exception>
    public bool TryWrite(in T record) => Add(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in record)));
}
