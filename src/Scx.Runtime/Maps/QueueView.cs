using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>A queue that both halves of a scheduler put values into and take values out of. Nothing here allocates memory.</summary>
/// <typeparam name="T">The values' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class QueueView<T> where T : unmanaged
{
    readonly BpfMap map;
    readonly int descriptor;

    internal QueueView(BpfMap map) => (this.map, descriptor) = (map, map.Descriptor);

    /// <summary>How many values the queue can hold.</summary>
    public int Capacity => (int)map.Capacity;

    /// <summary>Adds a value at the end (<c>bpf_map_update_elem</c>). False if the queue is full.</summary>
    /// <exception cref="MapOperationException">The kernel refuses for another reason.</exception>
    public bool TryPush(in T value)
    {
        int result = Libbpf.bpf_map_update_elem(descriptor, null, in Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)), 0);
        return result >= 0 || (result == -ErrorNumber.ArgumentListTooLong ? false : throw new MapOperationException(map.Name, "push", -result));
    }

    /// <summary>Takes the value at the front (<c>bpf_map_lookup_and_delete_elem</c>). False if the queue is empty.</summary>
    /// <exception cref="MapOperationException">The kernel refuses for another reason.</exception>
    public bool TryPop(out T value)
    {
        Unsafe.SkipInit(out value);
        int result = Libbpf.bpf_map_lookup_and_delete_elem(descriptor, null, ref Unsafe.As<T, byte>(ref value));
        return result >= 0 || (result == -ErrorNumber.NoEntry ? false : throw new MapOperationException(map.Name, "pop", -result));
    }
}
