namespace Scx.Runtime;

/// <summary>The running kernel cannot have its scheduler replaced.</summary>
public sealed class SchedExtUnavailableException : SchedulerException
{
    internal SchedExtUnavailableException(string release, string reason) : base($"kernel {release} {reason}") => KernelRelease = release;

    /// <summary>The running kernel's release, as <c>uname -r</c> prints it.</summary>
    public string KernelRelease { get; }
}
