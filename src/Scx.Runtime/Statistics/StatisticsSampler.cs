using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Reads the values of a scheduler's statistics, those of per-CPU maps summed up.</summary>
public sealed class StatisticsSampler
{
    readonly BpfObject scheduler;
    readonly IReadOnlyList<StatisticSource> sources;
    readonly Int128[] values;
    readonly int cpus = Libbpf.libbpf_num_possible_cpus();
    readonly byte[] buffer;

    internal StatisticsSampler(BpfObject scheduler, IReadOnlyList<StatisticSource> sources)
    {
        (this.scheduler, this.sources) = (scheduler, sources);
        values = new Int128[sources.Count];
        buffer = new byte[sources.Select(source => (scheduler.FindMap(source.Map)?.ValueSize ?? 0) + 8).DefaultIfEmpty(0).Max() * cpus];
        Statistics = [.. sources.Select(source => source.Statistic)];
    }

    /// <summary>What is read, in the order of the scheduler's fields.</summary>
    public IReadOnlyList<Statistic> Statistics { get; }

    /// <summary>Reads all; the same list is filled anew each time.</summary>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler is gone.</exception>
    public IReadOnlyList<Int128> Sample()
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Read(sources[i]);
        return values;
    }

    Int128 Read(StatisticSource source)
    {
        if (scheduler.FindMap(source.Map) is not { } map)
            return 0;
        if (map.Memory is { IsEmpty: false } memory)
            return Value(memory, source);

        int index = source.Index;
        int result = Libbpf.bpf_map_lookup_elem(map.Descriptor, in Unsafe.As<int, byte>(ref index), ref buffer[0]);
        if (result < 0)
            throw new MapOperationException(map.Name, "reading", -result);

        bool perCpu = map.Type is BpfMap.Kind.PerCpuArray or BpfMap.Kind.PerCpuHash;
        int stride = (map.ValueSize + 7) & ~7;
        Int128 total = 0;
        for (int cpu = 0; cpu < (perCpu ? cpus : 1); cpu++)
            total += Value(buffer.AsSpan(cpu * stride), source);
        return total;
    }

    static Int128 Value(ReadOnlySpan<byte> memory, StatisticSource source)
    {
        var bytes = memory.Slice(source.Offset, source.Size);
        ulong value = 0;
        for (int i = source.Size - 1; i >= 0; i--)
            value = value << 8 | bytes[i];
        int unused = 64 - 8 * source.Size;
        return source.Signed ? (long)(value << unused) >> unused : value;
    }
}
