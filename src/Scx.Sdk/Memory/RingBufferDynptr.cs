using Scx.Bindings;

namespace Scx;

/// <summary>
/// A record of a <see cref="RingBuffer"/> that is being written; made by <see cref="RingBuffer.Reserve"/>. It is owned, also where there was no room
/// (<see cref="Dynptr.IsNull"/>): unless it is submitted it is dropped where it is disposed of, as by <c>using</c>. Later records wait for it.
/// </summary>
[FrameState("bpf_dynptr", 16)]
public sealed class RingBufferDynptr : DynptrView, IDisposable
{
    readonly ByteMemory.OfRecord? record;

    internal RingBufferDynptr(ByteMemory.OfRecord? record, uint size) : base(record, 0, size) => this.record = record;

    /// <summary>Gives the record to user space (<c>bpf_ringbuf_submit_dynptr</c>). It must not be used any more, nor what it lent.</summary>
    /// <param name="flags">Whether user space is told.</param>
    /// <remarks>BPF helper 199. Callable from any callback. In every supported kernel. Does nothing if there is no record.</remarks>
    [Helper("bpf_ringbuf_submit_dynptr", 199)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    [HandsOver]
    public void Submit(RingBufferFlags flags = RingBufferFlags.None) => record?.End(ByteMemory.OfRecord.State.Submitted);

    /// <summary>Drops the record (<c>bpf_ringbuf_discard_dynptr</c>). It must not be used any more, nor what it lent.</summary>
    /// <param name="flags">Whether user space is told.</param>
    /// <remarks>BPF helper 200. Callable from any callback. In every supported kernel. Does nothing if there is no record.</remarks>
    [Helper("bpf_ringbuf_discard_dynptr", 200)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    [HandsOver]
    public void Discard(RingBufferFlags flags = RingBufferFlags.None) => record?.End(ByteMemory.OfRecord.State.Discarded);

    /// <summary>Drops the record (<c>bpf_ringbuf_discard_dynptr</c>), unless it has been submitted or discarded.</summary>
    /// <remarks>BPF helper 200. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_ringbuf_discard_dynptr", 200, Zeros = 1)]
    [KernelFunctionFlags(KernelFunctionFlags.Release)]
    public void Dispose()
    {
        if (record is { Progress: ByteMemory.OfRecord.State.Reserved }) Discard();
    }
}
