namespace Scx;

/// <summary>Whether user space is told of a record (BPF_RB_NO_WAKEUP and its like in <c>include/uapi/linux/bpf.h</c>).</summary>
[Flags]
public enum RingBufferFlags : ulong
{
    /// <summary>If it has read all records before this one.</summary>
    None = 0,

    /// <summary>BPF_RB_NO_WAKEUP: not told.</summary>
    NoWakeup = 1,

    /// <summary>BPF_RB_FORCE_WAKEUP: told in any case.</summary>
    ForceWakeup = 2,
}
