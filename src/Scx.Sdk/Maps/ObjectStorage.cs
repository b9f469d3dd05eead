using System.Runtime.CompilerServices;

namespace Scx;

/// <summary>Values kept with objects of the kernel's, as kernel/bpf/bpf_local_storage.c does.</summary>
sealed class ObjectStorage<TValue> where TValue : unmanaged
{
    // Weak, since a value goes away with its object.
    readonly ConditionalWeakTable<object, Ref<TValue>> values = [];

    internal Ref<TValue>? Find(object owner) => values.TryGetValue(owner, out Ref<TValue>? found) ? found : null;

    internal Ref<TValue> GetOrCreate(object owner, in TValue initial)
    {
        TValue copy = initial;
        return values.GetValue(owner, _ => new Ref<TValue>(copy));
    }

    internal int Delete(object owner) => values.Remove(owner) ? 0 : Errno.NoEntry;
}
