using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// An array with a value for each CPU, read from user space. It has memory of its own to read into, so that reading allocates nothing, and
/// is for one thread at a time.
/// </summary>
/// <typeparam name="T">The values' type, laid out as in the scheduler.</typeparam>
public sealed class PerCpuArrayView<T> where T : unmanaged
{
    readonly BpfMap map;
    readonly int descriptor;
    readonly int stride;
    readonly byte[] buffer;

    internal PerCpuArrayView(BpfMap map)
    {
        (this.map, descriptor) = (map, map.Descriptor);
        // The kernel lays the CPUs' values out at multiples of eight bytes.
        stride = (Unsafe.SizeOf<T>() + 7) & ~7;
        CpuCount = Libbpf.libbpf_num_possible_cpus();
        buffer = new byte[stride * CpuCount];
    }

    /// <summary>How many values there are for each CPU.</summary>
    public int Length => (int)map.Capacity;

    /// <summary>How many CPUs there may be; ids go from 0 to one less.</summary>
    public int CpuCount { get; }

    /// <summary>Copies all CPUs' values at <paramref name="index"/>, in the order of the CPUs' ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is shorter, or <paramref name="values"/> is.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public void Read(int index, Span<T> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, CpuCount, nameof(values));
        Fetch(index);
        for (int cpu = 0; cpu < CpuCount; cpu++)
            values[cpu] = MemoryMarshal.Read<T>(buffer.AsSpan(cpu * stride));
    }

    /// <summary>Adds up all CPUs' values at <paramref name="index"/>.</summary>
    /// <param name="index">Which value.</param>
    /// <param name="add">What adding means; for numbers <see cref="PerCpuArrayView.Sum"/> is simpler.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array is shorter.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public T Fold(int index, Func<T, T, T> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        Fetch(index);
        T total = default;
        for (int cpu = 0; cpu < CpuCount; cpu++)
            total = add(total, MemoryMarshal.Read<T>(buffer.AsSpan(cpu * stride)));
        return total;
    }

    internal T this[int cpu] => MemoryMarshal.Read<T>(buffer.AsSpan(cpu * stride));

    internal void Fetch(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
        int result = Libbpf.bpf_map_lookup_elem(descriptor, in Unsafe.As<int, byte>(ref index), ref buffer[0]);
        if (result < 0)
            throw new MapOperationException(map.Name, "reading", -result);
    }
}

/// <summary>Sums over CPUs.</summary>
public static class PerCpuArrayView
{
    /// <summary>The sum of all CPUs' values at <paramref name="index"/>; wraps around like the counters themselves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array is shorter.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public static T Sum<T>(this PerCpuArrayView<T> map, int index) where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(map);
        map.Fetch(index);
        T total = T.Zero;
        for (int cpu = 0; cpu < map.CpuCount; cpu++)
            total = unchecked(total + map[cpu]);
        return total;
    }
}
