namespace Scx.Runtime;

/// <summary>
/// The running kernel was built in a way that keeps schedulers from calling some of its functions: a hidden argument shows in their BTF
/// prototypes (kernels 7.1 and 7.2 built with pahole older than 1.32).
/// </summary>
public sealed class FaultyKernelException : SchedulerException
{
    internal FaultyKernelException(string release, IReadOnlyList<string> functions) : base(
        $"this build of kernel {release} is faulty: its BTF describes {string.Join(", ", functions)} with an argument that the kernel means " +
        "to keep hidden, so no scheduler can call them. Kernels 7.1 and 7.2 built with pahole before 1.32 are like this; use another build " +
        "or version") => (KernelRelease, Functions) = (release, functions);

    /// <summary>The running kernel's release.</summary>
    public string KernelRelease { get; }

    /// <summary>The functions that the scheduler calls and that are described wrongly.</summary>
    public IReadOnlyList<string> Functions { get; }
}
