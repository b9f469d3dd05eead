namespace Scx;

/// <summary>What an update does if the key is there or is not (BPF_ANY and its like in <c>include/uapi/linux/bpf.h</c>).</summary>
public enum MapUpdateFlags : ulong
{
    /// <summary>BPF_ANY: create or replace.</summary>
    Any = 0,

    /// <summary>BPF_NOEXIST: create only; -EEXIST if the key is there.</summary>
    NoExist = 1,

    /// <summary>BPF_EXIST: replace only; -ENOENT if the key is not there. For queues and stacks: make room by dropping the oldest value.</summary>
    Exist = 2,
}
