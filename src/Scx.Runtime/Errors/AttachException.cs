using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The kernel would not make the loaded scheduler the one in charge, or attach one of its programs.</summary>
public sealed class AttachException : SchedulerException
{
    internal AttachException(string scheduler, int errno, string? details) : base(
        $"the kernel does not accept scheduler '{scheduler}': {ErrorNumber.Describe(errno)}{Explain(errno)}", details) => Errno = errno;

    internal AttachException(string program, string place, int errno)
        : base($"the kernel does not attach '{program}' to {place}: {ErrorNumber.Describe(errno)}") => Errno = errno;

    /// <summary>The error number.</summary>
    public int Errno { get; }

    // kernel/sched/ext.c (7.3): bpf_scx_init_member and validate_ops are where these come from.
    static string Explain(int errno) => errno switch
    {
        ErrorNumber.ArgumentListTooLong => ". timeout_ms may be 30000 at most",
        ErrorNumber.Invalid => ". Flags that do not go together or that this kernel does not know cause this; the kernel's log (dmesg) says more",
        ErrorNumber.Busy => ". CPUs came or went while the scheduler was being loaded; try again",
        _ => "",
    };
}
