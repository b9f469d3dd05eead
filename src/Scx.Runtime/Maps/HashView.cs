using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>A hash table that both halves of a scheduler read and write. Each access is a system call; nothing here allocates memory.</summary>
/// <typeparam name="TKey">The keys' type, laid out as in the scheduler and without gaps.</typeparam>
/// <typeparam name="TValue">The values' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class HashView<TKey, TValue> where TKey : unmanaged where TValue : unmanaged
{
    readonly BpfMap map;
    readonly int descriptor;

    internal HashView(BpfMap map) => (this.map, descriptor) = (map, map.Descriptor);

    /// <summary>How many entries there may be.</summary>
    public int Capacity => (int)map.Capacity;

    /// <summary>Copies the value of a key. False if the key is not there.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool TryGet(TKey key, out TValue value)
    {
        Unsafe.SkipInit(out value);
        return Found(Libbpf.bpf_map_lookup_elem(descriptor, in Unsafe.As<TKey, byte>(ref key), ref Unsafe.As<TValue, byte>(ref value)), "reading");
    }

    /// <summary>Adds a key with its value, or changes the value of one that is there. False if the table is full.</summary>
    /// <exception cref="MapOperationException">The kernel refuses for another reason.</exception>
    public bool TrySet(TKey key, in TValue value)
    {
        int result = Libbpf.bpf_map_update_elem(descriptor, (byte*)&key, in Unsafe.As<TValue, byte>(ref Unsafe.AsRef(in value)), 0);
        return result >= 0 || (result == -ErrorNumber.ArgumentListTooLong ? false : throw new MapOperationException(map.Name, "writing", -result));
    }

    /// <summary>Removes a key. False if it was not there.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool Remove(TKey key) => Found(Libbpf.bpf_map_delete_elem(descriptor, in Unsafe.As<TKey, byte>(ref key)), "removing");

    /// <summary>The first key, in no particular order. False if the table is empty.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool TryGetFirstKey(out TKey key)
    {
        Unsafe.SkipInit(out key);
        return Found(Libbpf.bpf_map_get_next_key(descriptor, null, ref Unsafe.As<TKey, byte>(ref key)), "listing");
    }

    /// <summary>The key after <paramref name="previous"/>. False if that was the last; the first again if it is there no more.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool TryGetNextKey(TKey previous, out TKey key)
    {
        Unsafe.SkipInit(out key);
        return Found(Libbpf.bpf_map_get_next_key(descriptor, (byte*)&previous, ref Unsafe.As<TKey, byte>(ref key)), "listing");
    }

    bool Found(int result, string operation) =>
        result >= 0 || (result == -ErrorNumber.NoEntry ? false : throw new MapOperationException(map.Name, operation, -result));
}
