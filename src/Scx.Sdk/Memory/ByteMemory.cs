using System.Runtime.InteropServices;

namespace Scx;

/// <summary>What dynptrs are of, under .NET.</summary>
abstract class ByteMemory
{
    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">They are no longer the scheduler's.</exception>
    internal abstract Span<byte> Bytes { get; }

    /// <summary>A value of a map.</summary>
    internal sealed class OfValue<T>(Ref<T> value) : ByteMemory where T : unmanaged
    {
        internal override Span<byte> Bytes => MemoryMarshal.AsBytes(new Span<T>(ref value.Value));
    }

    /// <summary>A record of a stream.</summary>
    internal sealed class OfRecord(uint size) : ByteMemory
    {
        readonly byte[] bytes = new byte[size];

        internal enum State
        {
            Reserved,
            Submitted,
            Discarded,
        }

        internal State Progress { get; private set; }

        internal ReadOnlySpan<byte> Read => bytes;

        internal override Span<byte> Bytes =>
            Progress == State.Reserved ? bytes : throw new InvalidOperationException("The record has been submitted or discarded already.");

        internal void End(State state)
        {
            _ = Bytes;
            Progress = state;
        }
    }

    /// <summary>A record that user space has sent.</summary>
    internal sealed class OfMessage(byte[] bytes) : ByteMemory
    {
        internal override Span<byte> Bytes => bytes;
    }
}
