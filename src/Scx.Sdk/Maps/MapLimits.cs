namespace Scx;

/// <summary>Limits of the kernel's that hold on every machine.</summary>
static class MapLimits
{
    /// <summary>Bytes of a value that each CPU has (PCPU_MIN_UNIT_SIZE, which kernel/bpf/arraymap.c and hashtab.c check).</summary>
    internal const int PerCpuValue = 32 << 10;

    /// <summary>Entries of a hash table: the buckets, of 16 bytes and a power of two, must be below 4 GiB (kernel/bpf/hashtab.c, <c>htab_map_alloc</c>).</summary>
    internal const uint HashEntries = 1u << 27;

    /// <summary>Bytes of a value kept with a kernel object, for certain (include/linux/bpf_local_storage.h, BPF_LOCAL_STORAGE_MAX_VALUE_SIZE).</summary>
    internal const int StorageValue = 65_407;

    /// <summary>Bytes of a page on the machines that schedulers are made for; others have larger ones.</summary>
    internal const uint PageSize = 4096;

    /// <summary>Pages of an arena, which has 4 GiB at most (kernel/bpf/arena.c, <c>arena_map_alloc</c>).</summary>
    internal const uint ArenaPages = 1u << 20;

    /// <summary>Maps that an array of maps may hold: each stands in the object file.</summary>
    internal const uint InnerMaps = 1024;
}
