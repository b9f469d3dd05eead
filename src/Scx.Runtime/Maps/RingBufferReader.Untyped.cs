using System.Diagnostics.CodeAnalysis;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Reads the records of any size that a scheduler writes to a <see cref="RingBuffer"/>.</summary>
public sealed class RingBufferReader : RecordReader
{
    readonly Sink records;

    internal RingBufferReader(BpfMap map) : this(map, new Sink()) { }

    RingBufferReader(BpfMap map, Sink records) : base(map, records) => this.records = records;

    private protected override int Count => records.Waiting.Count;

    /// <summary>Takes the oldest record. False if there is none yet, or the oldest is still being written.</summary>
    /// <param name="record">Its bytes, as many as were reserved; <see cref="System.Runtime.InteropServices.MemoryMarshal"/> reads values from them.</param>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The reader has been disposed of.</exception>
    public bool TryRead([NotNullWhen(true)] out byte[]? record)
    {
        Fetch();
        return records.Waiting.TryDequeue(out record);
    }

    sealed class Sink : RecordSink
    {
        public Queue<byte[]> Waiting { get; } = new();

        protected override void Add(ReadOnlySpan<byte> record) => Waiting.Enqueue(record.ToArray());
    }
}
