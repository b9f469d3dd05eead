using Scx.Bindings;

namespace Scx;

/// <summary>
/// A value for each task, kept with the task itself: a map of type BPF_MAP_TYPE_TASK_STORAGE. Reaching it costs less than a lookup by pid, and
/// the value goes away with the task.
/// </summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
[MapType("BPF_MAP_TYPE_TASK_STORAGE", 29, Key = "s32", Flags = MapCreation.NoPreallocation, MaxValueSize = MapLimits.StorageValue)]
public sealed class TaskStorage<[MapValue] TValue> where TValue : unmanaged
{
    readonly ObjectStorage<TValue> values = new();

    /// <summary>Finds a task's value (<c>bpf_task_storage_get</c>).</summary>
    /// <param name="task">The task.</param>
    /// <returns>The value, or null if the task has none yet.</returns>
    [MapHelper("bpf_task_storage_get", 156, 0, 0)]
    public Ref<TValue>? Find(TaskStruct task) => values.Find(task.Identity);

    /// <summary>Finds a task's value, or makes one that is all 0 (<c>bpf_task_storage_get</c> with BPF_LOCAL_STORAGE_GET_F_CREATE).</summary>
    /// <param name="task">The task.</param>
    /// <returns>The value; null if it cannot be made: no memory, or the task is about to end.</returns>
    [MapHelper("bpf_task_storage_get", 156, 0, 1)]
    public Ref<TValue>? GetOrCreate(TaskStruct task) => values.GetOrCreate(task.Identity, default);

    /// <summary>Finds a task's value, or makes one (<c>bpf_task_storage_get</c> with BPF_LOCAL_STORAGE_GET_F_CREATE).</summary>
    /// <param name="task">The task.</param>
    /// <param name="initial">What a new value starts as.</param>
    /// <returns>The value; null if it cannot be made: no memory, or the task is about to end.</returns>
    [MapHelper("bpf_task_storage_get", 156, 1)]
    public Ref<TValue>? GetOrCreate(TaskStruct task, in TValue initial) => values.GetOrCreate(task.Identity, in initial);

    /// <summary>Removes a task's value (<c>bpf_task_storage_delete</c>).</summary>
    /// <param name="task">The task.</param>
    /// <returns>0, or -ENOENT if it has none.</returns>
    [MapHelper("bpf_task_storage_delete", 157)]
    public int Delete(TaskStruct task) => values.Delete(task.Identity);
}
