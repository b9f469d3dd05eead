namespace Scx.Diagnostics;

/// <summary>
/// Everything that the kernel, libbpf and sched_ext are known to say. The words are those of Linux 6.12 to 7.3: <c>kernel/bpf/verifier.c</c>,
/// <c>kernel/bpf/diagnostics.c</c>, <c>kernel/sched/ext*.c</c>, and libbpf's.
/// </summary>
public static partial class KernelRefusals
{
    /// <summary>The kinds, in the order in which a line is compared with them.</summary>
    public static IReadOnlyList<KernelRefusal> All => field ??= [.. Environment, .. Memory, .. Lifetime, .. Calls, .. Limits, .. Ejections, Unknown];

    /// <summary>What no pattern fits.</summary>
    public static KernelRefusal Unknown { get; } = new(
        "SCX9999", "Kernel refuses the scheduler for a reason that is not known here", "The kernel says: {words}",
        "The kernel's own words are all there is to go by; --log shows what it did before.")
    {
        IsMissed = true,
    };

    /// <summary>What the verifier says of a program.</summary>
    internal static IReadOnlyList<KernelRefusal> OfVerifier => field ??= [.. Environment, .. Memory, .. Lifetime, .. Calls, .. Limits];

    /// <summary>What a scheduler says of itself.</summary>
    internal static KernelRefusal OwnError => field ??= Ejections.First(refusal => refusal.Id == "SCX9123");

    /// <summary>What libbpf and loaders say.</summary>
    internal static IReadOnlyList<KernelRefusal> OfLoader => Environment;
}
