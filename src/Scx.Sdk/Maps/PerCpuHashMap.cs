using System.Diagnostics.CodeAnalysis;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A hash table in the kernel whose entries have a value for each CPU: a map of type BPF_MAP_TYPE_PERCPU_HASH. Keys are compared byte by byte,
/// padding included.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
/// <typeparam name="TValue">Type of the values.</typeparam>
/// <param name="maxEntries">Number of entries that it may hold.</param>
/// <param name="flags">How memory is kept for it.</param>
[MapType("BPF_MAP_TYPE_PERCPU_HASH", 5, MaxValueSize = MapLimits.PerCpuValue)]
public sealed class PerCpuHashMap<[MapKey] TKey, [MapValue] TValue>(
    [MapDefinition("max_entries", Maximum = MapLimits.HashEntries)] uint maxEntries,
    [MapDefinition("map_flags", Meaning = "flags", Minimum = 0)] HashMapFlags flags = HashMapFlags.None)
    where TKey : unmanaged where TValue : unmanaged
{
    readonly HashTable<TKey, PerCpuStorage<Ref<TValue>>> table = new(maxEntries);

    /// <summary>Number of entries that it may hold.</summary>
    [MapDefinition("max_entries")]
    public uint MaxEntries => table.MaxEntries;

    /// <summary>How memory is kept for it.</summary>
    [MapDefinition("map_flags")]
    public HashMapFlags Flags => flags;

    /// <summary>Looks this CPU's value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if there is no entry.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public Ref<TValue>? Find(in TKey key) => table.Find(in key)?.Here;

    /// <summary>Looks this CPU's value up (<c>bpf_map_lookup_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or null if there is no entry.</param>
    /// <returns>Whether there is one.</returns>
    [MapHelper("bpf_map_lookup_elem", 1)]
    public bool TryGet(in TKey key, [NotNullWhen(true)] out Ref<TValue>? value) => (value = Find(in key)) is not null;

    /// <summary>Sets this CPU's value (<c>bpf_map_update_elem</c>); in a new entry the other CPUs' are 0.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">What to do if the key is there or is not.</param>
    /// <returns>0, or -E2BIG if the map is full, -EEXIST or -ENOENT as <paramref name="flags"/> has it, -ENOMEM.</returns>
    [MapHelper("bpf_map_update_elem", 2)]
    public int Update(in TKey key, in TValue value, MapUpdateFlags flags = MapUpdateFlags.Any)
    {
        TValue copy = value;
        return table.Update(in key, flags, present =>
        {
            PerCpuStorage<Ref<TValue>> entry = present ?? new(() => new Ref<TValue>(default));
            entry.Here.Value = copy;
            return entry;
        });
    }

    /// <summary>Removes an entry (<c>bpf_map_delete_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>0, or -ENOENT if there is none.</returns>
    [MapHelper("bpf_map_delete_elem", 3)]
    public int Delete(in TKey key) => table.Delete(in key);

    /// <summary>Looks a CPU's value up (<c>bpf_map_lookup_percpu_elem</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="cpu">The CPU's number.</param>
    /// <returns>The value, which the CPU may change meanwhile; null if there is no entry or no such CPU.</returns>
    [MapHelper("bpf_map_lookup_percpu_elem", 195)]
    public Ref<TValue>? Find(in TKey key, int cpu) => (uint)cpu < KernelScope.Current.NrCpuIds() ? table.Find(in key)?.Of(cpu) : null;

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>), in no particular order, with this CPU's values.</summary>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0, 0)]
    public int ForEach(EntryVisitor<TKey, TValue> visit)
    {
        int none = 0;
        return ForEach((in TKey key, ref TValue value, ref int _) => visit(in key, ref value), ref none);
    }

    /// <summary>Calls a lambda for each entry (<c>bpf_for_each_map_elem</c>), in no particular order, with this CPU's values, with something that the calls share.</summary>
    /// <typeparam name="TState">Type of what the calls share.</typeparam>
    /// <param name="visit">What is called: a method of the scheduler's, or a lambda that uses nothing but the scheduler.</param>
    /// <param name="state">What the calls share.</param>
    /// <returns>The number of entries visited.</returns>
    [MapHelper("bpf_for_each_map_elem", 164, 0)]
    public int ForEach<TState>(EntryVisitor<TKey, TValue, TState> visit, [OnStack] ref TState state) where TState : unmanaged =>
        table.ForEach(entry => entry.Here, visit, ref state);
}
