namespace Scx;

/// <summary>What a ring buffer can be asked for (BPF_RB_AVAIL_DATA and its like in <c>include/uapi/linux/bpf.h</c>).</summary>
public enum RingBufferQuery : ulong
{
    /// <summary>BPF_RB_AVAIL_DATA: bytes that user space has not read.</summary>
    Available = 0,

    /// <summary>BPF_RB_RING_SIZE: size of the buffer.</summary>
    Size = 1,

    /// <summary>BPF_RB_CONS_POS: bytes that user space has read since the buffer was made.</summary>
    ConsumerPosition = 2,

    /// <summary>BPF_RB_PROD_POS: bytes that have been written since the buffer was made.</summary>
    ProducerPosition = 3,
}
