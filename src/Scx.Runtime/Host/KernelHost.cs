using System.Globalization;
using Scx.Runtime.Btf;

namespace Scx.Runtime.Host;

/// <summary>What the running kernel says about itself in <c>/proc</c> and <c>/sys</c>.</summary>
/// <param name="root">Where those are found; another directory for tests.</param>
sealed class KernelHost(string root = "/")
{
    // Numbers of uapi/linux/capability.h.
    const int NetAdmin = 12;
    const int SysAdmin = 21;
    const int Perfmon = 38;
    const int Bpf = 39;

    readonly Lazy<BtfTable?> types = new(() => ReadTypes(Path.Combine(root, "sys/kernel/btf/vmlinux")));

    /// <summary>The kernel's release, as <c>uname -r</c> prints it.</summary>
    public string Release => Read("proc/sys/kernel/osrelease") ?? "(unknown)";

    /// <summary>The kernel's BTF; null if it has none.</summary>
    public BtfTable? Types => types.Value;

    /// <summary>Whether the kernel has sched_ext.</summary>
    public bool HasSchedExt => Directory.Exists(Path.Combine(root, "sys/kernel/sched_ext"));

    /// <summary>sched_ext's state (<c>disabled</c>, <c>enabling</c>, <c>enabled</c>, <c>disabling</c>).</summary>
    public string State => Read("sys/kernel/sched_ext/state") ?? "";

    /// <summary>The name of the scheduler in charge; empty if there is none.</summary>
    public string RunningScheduler => Read("sys/kernel/sched_ext/root/ops") ?? "";

    /// <summary>How many times CPUs came or went (<c>hotplug_seq</c>).</summary>
    public ulong? HotplugSequence =>
        ulong.TryParse(Read("sys/kernel/sched_ext/hotplug_seq"), CultureInfo.InvariantCulture, out ulong value) ? value : null;

    /// <summary>Number of CPU ids: one more than the highest that a CPU of this machine may have (<c>nr_cpu_ids</c>).</summary>
    public int CpuIds => int.TryParse(
        Read("sys/devices/system/cpu/possible")?.Split('-', ',')[^1], CultureInfo.InvariantCulture, out int last) ? last + 1 : Environment.ProcessorCount;

    /// <summary>The capabilities that loading a scheduler takes and that this process lacks.</summary>
    public IReadOnlyList<string> MissingCapabilities()
    {
        ulong held = EffectiveCapabilities();
        if (Holds(held, SysAdmin))
            return [];
        return [.. new[] { (Bpf, "CAP_BPF"), (Perfmon, "CAP_PERFMON"), (NetAdmin, "CAP_NET_ADMIN") }
            .Where(pair => !Holds(held, pair.Item1)).Select(pair => pair.Item2)];
    }

    static bool Holds(ulong held, int capability) => (held >> capability & 1) != 0;

    ulong EffectiveCapabilities()
    {
        string? line = Read("proc/self/status")?.Split('\n').FirstOrDefault(line => line.StartsWith("CapEff:", StringComparison.Ordinal));
        return line is not null && ulong.TryParse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong held)
            ? held : 0;
    }

    static BtfTable? ReadTypes(string path)
    {
        try
        {
            return File.Exists(path) ? new BtfTable(File.ReadAllBytes(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    string? Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, file)).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
