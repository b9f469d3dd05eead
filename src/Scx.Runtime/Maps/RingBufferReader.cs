using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Reads the records that a scheduler writes to a <see cref="RingBuffer{TRecord}"/>.</summary>
/// <typeparam name="T">The records' type, laid out as in the scheduler.</typeparam>
public sealed class RingBufferReader<T> : RecordReader where T : unmanaged
{
    readonly Sink records;

    internal RingBufferReader(BpfMap map) : this(map, new Sink()) { }

    RingBufferReader(BpfMap map, Sink records) : base(map, records) => this.records = records;

    /// <summary>Records that were left out because they are shorter than <typeparamref name="T"/>.</summary>
    public long Mismatched => records.Mismatched;

    private protected override int Count => records.Waiting.Count;

    /// <summary>Takes the oldest record. False if there is none yet, or the oldest is still being written.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The reader has been disposed of.</exception>
    public bool TryRead(out T record)
    {
        Fetch();
        return records.Waiting.TryDequeue(out record);
    }

    sealed class Sink : RecordSink
    {
        public Queue<T> Waiting { get; } = new();

        public long Mismatched { get; private set; }

        protected override void Add(ReadOnlySpan<byte> record)
        {
            if (record.Length < Unsafe.SizeOf<T>())
                Mismatched++;
            else
                Waiting.Enqueue(MemoryMarshal.Read<T>(record));
        }
    }
}
