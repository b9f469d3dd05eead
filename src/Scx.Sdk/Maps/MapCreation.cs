namespace Scx;

/// <summary>Flags that maps are made with (<c>include/uapi/linux/bpf.h</c>).</summary>
static class MapCreation
{
    /// <summary>BPF_F_NO_PREALLOC: entries take memory only when they are made.</summary>
    internal const uint NoPreallocation = 1u << 0;

    /// <summary>BPF_F_MMAPABLE: user space maps its memory.</summary>
    internal const uint Mappable = 1u << 10;
}
