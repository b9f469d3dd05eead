using System.Globalization;
using System.Runtime.InteropServices;
using Scx.Runtime.Btf;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Attaches the programs of a scheduler that are not callbacks to where their sections say.</summary>
static class ProgramAttachment
{
    const string PerfEvent = "perf_event";
    const string FrequencyTag = "scx:frequency:";
    const uint DefaultFrequency = 100;

    /// <summary>Attaches them all.</summary>
    /// <returns>What keeps them attached.</returns>
    /// <exception cref="AttachException">The kernel declines one; none is attached then.</exception>
    public static IReadOnlyList<BpfLinkHandle> Attach(SchedulerObject scheduler)
    {
        var links = new List<BpfLinkHandle>();
        try
        {
            foreach (var program in scheduler.Native.Programs.Where(IsAttachable))
                Attach(program, scheduler.Types, links);
            return links;
        }
        catch
        {
            links.ForEach(link => link.Dispose());
            throw;
        }
    }

    static bool IsAttachable(BpfProgram program) =>
        program.Autoload && program.Section != BpfProgram.SyscallSection && !program.Section.StartsWith("struct_ops", StringComparison.Ordinal);

    static void Attach(BpfProgram program, BtfTable types, List<BpfLinkHandle> links)
    {
        if (program.Section == PerfEvent)
            AttachToEachCpu(program, Frequency(program, types), links);
        else
            Add(program, program.Attach(), links);
    }

    static void AttachToEachCpu(BpfProgram program, uint frequency, List<BpfLinkHandle> links)
    {
        for (int cpu = 0; cpu < Libbpf.libbpf_num_possible_cpus(); cpu++)
        {
            int descriptor = PerfEventOpen.OpenCpuClock(cpu, frequency);
            // A CPU that is possible and not there.
            if (descriptor < 0 && Marshal.GetLastPInvokeError() == ErrorNumber.NoDevice)
                continue;
            Add(program, descriptor < 0 ? null : program.AttachPerfEvent(descriptor), links);
        }
    }

    static void Add(BpfProgram program, BpfLinkHandle? link, List<BpfLinkHandle> links) => links.Add(
        link ?? throw new AttachException(program.Name, program.Section, Marshal.GetLastPInvokeError()));

    // The compiler leaves what no section can say in a declaration tag of the function.
    static uint Frequency(BpfProgram program, BtfTable types)
    {
        var function = types.Find<BtfFunction>(BtfKind.Function, program.Name);
        string? tag = types.OfKind<BtfDeclarationTag>(BtfKind.DeclarationTag)
            .FirstOrDefault(tag => tag.TargetId == function?.Id && tag.Name.StartsWith(FrequencyTag, StringComparison.Ordinal))?.Name;
        return tag is null ? DefaultFrequency : uint.Parse(tag.AsSpan(FrequencyTag.Length), CultureInfo.InvariantCulture);
    }
}
