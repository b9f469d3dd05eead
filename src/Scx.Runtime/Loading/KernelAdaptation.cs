using System.Buffers.Binary;
using Scx.Runtime.Btf;
using Scx.Runtime.Host;

namespace Scx.Runtime;

/// <summary>
/// Fits an object to the running kernel before it is loaded: what the kernel's <c>struct sched_ext_ops</c> lacks is left out, so that one
/// object runs on old and new kernels.
/// </summary>
static class KernelAdaptation
{
    const string CidOpsStruct = "sched_ext_ops_cid";
    const string FlagsEnum = "scx_ops_flags";
    const string AllFlags = "SCX_OPS_ALL_FLAGS";

    /// <summary>Adapts it.</summary>
    /// <returns>A line for each thing that was left out.</returns>
    public static IReadOnlyList<string> Adapt(SchedulerObject scheduler, KernelHost host)
    {
        var notes = new List<string>();
        // A kernel may have been given what a later one has, so this alone is no reason to refuse.
        if (scheduler.MinimumKernel is { } minimum && IsOlder(host.Release, minimum))
            notes.Add($"kernel {host.Release} is older than {minimum}, which '{scheduler.Name}' is for");
        if (scheduler.Layout is not { } layout)
            return notes;
        var types = scheduler.Types;
        string opsStruct = layout.Type.Name;
        if (host.Types?.Find<BtfStruct>(BtfKind.Struct, opsStruct) is not { } kernelOps)
        {
            return opsStruct != CidOpsStruct || host.Types is null ? notes : throw new MissingKernelSymbolException(host.Release, [opsStruct],
                $"kernel {host.Release} has no schedulers of the cid form (struct {opsStruct}), which came with Linux 7.2");
        }

        foreach (var member in layout.Type.Members)
        {
            var memory = layout.MemoryOf(member, types);
            if (kernelOps.FindMember(member.Name) is not null || memory.IndexOfAnyExcept((byte)0) < 0)
                continue;
            if (layout.ProgramOf(member) is { } program)
                program.LeaveOut();
            notes.Add($"kernel {host.Release} has no {opsStruct}.{member.Name}: " +
                (layout.ProgramOf(member) is null ? "its value is ignored" : "the callback is left out"));
            memory.Clear();
        }

        ClearUnknownFlags(layout, types, host, notes);
        SetHotplugSequence(layout, types, host, kernelOps);
        return notes;
    }

    static bool IsOlder(string release, string minimum)
    {
        string[] numbers = release.Split('.', '-');
        return numbers.Length > 1 && Version.TryParse($"{numbers[0]}.{numbers[1]}", out var running) && running < Version.Parse(minimum);
    }

    // The kernel refuses flags that it does not know (validate_ops in kernel/sched/ext.c).
    static void ClearUnknownFlags(SchedulerLayout layout, BtfTable types, KernelHost host, List<string> notes)
    {
        if (layout.Type.FindMember("flags") is not { } member || host.Types!.Find<BtfEnum>(BtfKind.Enum, FlagsEnum) is not { } known
            && (known = host.Types!.Find<BtfEnum>(BtfKind.Enum64, FlagsEnum)) is null)
            return;

        ulong all = known.Values.FirstOrDefault(value => value.Name == AllFlags)?.Value
            ?? known.Values.Aggregate(0UL, (bits, value) => bits | value.Value);
        var memory = layout.MemoryOf(member, types);
        ulong flags = BinaryPrimitives.ReadUInt64LittleEndian(memory), unknown = flags & ~all;
        if (unknown == 0)
            return;
        BinaryPrimitives.WriteUInt64LittleEndian(memory, flags & all);
        notes.Add($"kernel {host.Release} does not know these sched_ext_ops.flags, which are cleared: 0x{unknown:x}");
    }

    // Attaching fails if CPUs come or go after this was read: the scheduler would begin with a wrong idea of them.
    static void SetHotplugSequence(SchedulerLayout layout, BtfTable types, KernelHost host, BtfStruct kernelOps)
    {
        if (layout.Type.FindMember("hotplug_seq") is { } member && kernelOps.FindMember(member.Name) is not null
            && host.HotplugSequence is { } sequence)
            BinaryPrimitives.WriteUInt64LittleEndian(layout.MemoryOf(member, types), sequence);
    }
}
