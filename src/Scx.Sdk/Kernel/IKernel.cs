namespace Scx;

/// <summary>What answers a scheduler's kernel functions under plain .NET. See <see cref="KernelScope"/>.</summary>
public partial interface IKernel
{
    /// <summary>The CPU on which the present callback runs; per-CPU map values are those of this CPU.</summary>
    int CurrentCpu { get; }
}
