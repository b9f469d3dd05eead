using Scx.Diagnostics;

namespace Scx.Runtime;

/// <summary>The scheduler needs a function, field or type that the running kernel does not have.</summary>
public sealed class MissingKernelSymbolException : SchedulerException
{
    internal MissingKernelSymbolException(string release, IReadOnlyList<string> symbols, string message, string? details = null)
        : base(message, details) => (KernelRelease, Symbols) = (release, symbols);

    /// <summary>The running kernel's release.</summary>
    public string KernelRelease { get; }

    /// <summary>The kernel's names of what is missing.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Where the scheduler uses it; null if only its object as a whole is known to.</summary>
    public LogPlace? Location { get; internal init; }

    /// <summary>The verifier's log, if it was the one to notice; else empty.</summary>
    public string Log { get; internal init; } = "";
}
