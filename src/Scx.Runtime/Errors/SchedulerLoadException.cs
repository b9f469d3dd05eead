using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The kernel or libbpf would not load the scheduler, for a reason that no other exception stands for.</summary>
public sealed class SchedulerLoadException : SchedulerException
{
    internal SchedulerLoadException(string subject, int errno, string? details) : base(
        $"{subject} could not be loaded: {ErrorNumber.Describe(errno)}", details) => Errno = errno;

    /// <summary>The error number.</summary>
    public int Errno { get; }
}
