using Scx.Bindings;

namespace Scx;

/// <summary>
/// A record of a <see cref="RingBuffer{TRecord}"/> that is being written; made by <see cref="RingBuffer{TRecord}.Reserve"/>. It is owned: unless
/// it is submitted it is dropped where it is disposed of, as by <c>using</c>. Later records wait for it.
/// </summary>
/// <typeparam name="TRecord">Type of the record.</typeparam>
public sealed class RingBufferRecord<TRecord> : IDisposable where TRecord : unmanaged
{
    TRecord value;

    internal RingBufferRecord() { }

    /// <summary>The record itself, at first all 0.</summary>
    public ref TRecord Value => ref value;

    internal enum State
    {
        Reserved,
        Submitted,
        Discarded,
    }

    internal State Progress { get; private set; }

    /// <summary>Gives the record to user space (<c>bpf_ringbuf_submit</c>). It must not be used any more.</summary>
    /// <param name="flags">Whether user space is told.</param>
    /// <remarks>BPF helper 132. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_ringbuf_submit", 132)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    [HandsOver]
    public void Submit(RingBufferFlags flags = RingBufferFlags.None) => End(State.Submitted);

    /// <summary>Drops the record (<c>bpf_ringbuf_discard</c>). It must not be used any more.</summary>
    /// <param name="flags">Whether user space is told.</param>
    /// <remarks>BPF helper 133. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_ringbuf_discard", 133)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    [HandsOver]
    public void Discard(RingBufferFlags flags = RingBufferFlags.None) => End(State.Discarded);

    /// <summary>Drops the record (<c>bpf_ringbuf_discard</c>), unless it has been submitted or discarded.</summary>
    /// <remarks>BPF helper 133. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_ringbuf_discard", 133, Zeros = 1)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    public void Dispose()
    {
        if (Progress == State.Reserved) End(State.Discarded);
    }

    void End(State state)
    {
        if (Progress != State.Reserved) throw new InvalidOperationException("The record has been submitted or discarded already.");
        Progress = state;
    }
}
