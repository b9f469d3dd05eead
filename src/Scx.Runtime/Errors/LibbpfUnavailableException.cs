namespace Scx.Runtime;

/// <summary>There is no libbpf on this system, or one that is too old.</summary>
public sealed class LibbpfUnavailableException : SchedulerException
{
    internal LibbpfUnavailableException(Version? found, Version oldest) : base(Describe(found, oldest)) => (Found, Oldest) = (found, oldest);

    /// <summary>The version that was found; null if there is none.</summary>
    public Version? Found { get; }

    /// <summary>The oldest version that would do.</summary>
    public Version Oldest { get; }

    static string Describe(Version? found, Version oldest) =>
        (found is null ? "libbpf is not installed" : $"libbpf {found} is too old") + $": {oldest} or newer is needed " +
        "(Debian 13 and newer: apt install libbpf1; Debian 12: apt install -t bookworm-backports libbpf1)";
}
