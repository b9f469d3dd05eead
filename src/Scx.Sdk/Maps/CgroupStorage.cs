using Scx.Bindings;

namespace Scx;

/// <summary>
/// A value for each cgroup, kept with the cgroup itself: a map of type BPF_MAP_TYPE_CGRP_STORAGE. Reaching it costs less than a lookup by its id, and
/// the value goes away with the cgroup.
/// </summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
[MapType("BPF_MAP_TYPE_CGRP_STORAGE", 32, Key = "s32", Flags = MapCreation.NoPreallocation, MaxValueSize = MapLimits.StorageValue)]
public sealed class CgroupStorage<[MapValue] TValue> where TValue : unmanaged
{
    readonly ObjectStorage<TValue> values = new();

    /// <summary>Finds a cgroup's value (<c>bpf_cgrp_storage_get</c>).</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <returns>The value, or null if the cgroup has none yet.</returns>
    [MapHelper("bpf_cgrp_storage_get", 210, 0, 0)]
    public Ref<TValue>? Find(Cgroup cgroup) => values.Find(cgroup.Identity);

    /// <summary>Finds a cgroup's value, or makes one that is all 0 (<c>bpf_cgrp_storage_get</c> with BPF_LOCAL_STORAGE_GET_F_CREATE).</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <returns>The value; null if it cannot be made: no memory, or the cgroup is about to end.</returns>
    [MapHelper("bpf_cgrp_storage_get", 210, 0, 1)]
    public Ref<TValue>? GetOrCreate(Cgroup cgroup) => values.GetOrCreate(cgroup.Identity, default);

    /// <summary>Finds a cgroup's value, or makes one (<c>bpf_cgrp_storage_get</c> with BPF_LOCAL_STORAGE_GET_F_CREATE).</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <param name="initial">What a new value starts as.</param>
    /// <returns>The value; null if it cannot be made: no memory, or the cgroup is about to end.</returns>
    [MapHelper("bpf_cgrp_storage_get", 210, 1)]
    public Ref<TValue>? GetOrCreate(Cgroup cgroup, in TValue initial) => values.GetOrCreate(cgroup.Identity, in initial);

    /// <summary>Removes a cgroup's value (<c>bpf_cgrp_storage_delete</c>).</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <returns>0, or -ENOENT if it has none.</returns>
    [MapHelper("bpf_cgrp_storage_delete", 211)]
    public int Delete(Cgroup cgroup) => values.Delete(cgroup.Identity);
}
