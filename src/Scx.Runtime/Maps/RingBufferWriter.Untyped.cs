using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Writes records of any size to a scheduler's <see cref="UserRingBuffer"/>.</summary>
public sealed class RingBufferWriter : RecordWriter
{
    internal RingBufferWriter(BpfMap map) : base(map) { }

    /// <summary>Adds a record. False if there is no room until the scheduler has taken some out.</summary>
    /// <exception cref="MapOperationException">The buffer is smaller than the record.</exception>
    /// <exception cref="ObjectDisposedException">The writer has been disposed of.</exception>
    public bool TryWrite(ReadOnlySpan<byte> record) => Add(record);
}
