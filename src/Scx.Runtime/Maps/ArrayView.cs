using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>An array that both halves of a scheduler read and write. Each access is a system call; nothing here allocates memory.</summary>
/// <typeparam name="T">The values' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class ArrayView<T> where T : unmanaged
{
    readonly BpfMap map;
    readonly int descriptor;

    internal ArrayView(BpfMap map) => (this.map, descriptor) = (map, map.Descriptor);

    /// <summary>How many values there are.</summary>
    public int Length => (int)map.Capacity;

    /// <summary>A copy of the value at <paramref name="index"/>, or a new value for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is shorter.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            Unsafe.SkipInit(out T value);
            int result = Libbpf.bpf_map_lookup_elem(descriptor, in Unsafe.As<int, byte>(ref index), ref Unsafe.As<T, byte>(ref value));
            return result >= 0 ? value : throw new MapOperationException(map.Name, "reading", -result);
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            int result = Libbpf.bpf_map_update_elem(descriptor, (byte*)&index, in Unsafe.As<T, byte>(ref value), 0);
            if (result < 0)
                throw new MapOperationException(map.Name, "writing", -result);
        }
    }
}
