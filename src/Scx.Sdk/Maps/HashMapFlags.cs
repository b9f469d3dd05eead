namespace Scx;

/// <summary>How the kernel keeps memory for a hash table.</summary>
[Flags]
public enum HashMapFlags : uint
{
    /// <summary>For all entries from the start, so that adding one does not fail for want of memory.</summary>
    None = 0,

    /// <summary>BPF_F_NO_PREALLOC: for an entry only while it is there. For large tables that are mostly empty; adding can then fail (-ENOMEM).</summary>
    NoPreallocation = MapCreation.NoPreallocation,
}
