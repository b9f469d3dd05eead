using Scx.Bindings;

namespace Scx;

/// <summary>What answers a scheduler's kernel functions under plain .NET. See <see cref="KernelScope"/>.</summary>
public partial interface IKernel
{
    /// <summary>The CPU on which the present callback runs; per-CPU map values are those of this CPU.</summary>
    int CurrentCpu { get; }

    /// <summary>Whether this kernel has a function, a value of an enum or a field of a struct: see <see cref="Kernel"/>.</summary>
    /// <param name="symbol">Its name in the kernel, such as <c>scx_bpf_dsq_peek</c>, <c>SCX_ENQ_IMMED</c> and <c>sched_ext_entity.tid</c>.</param>
    bool Has(string symbol) => true;

    /// <summary>A section begins: an RCU section, a lock that is taken.</summary>
    /// <param name="kind">Which kind.</param>
    void EnterSection(SectionKind kind);

    /// <summary>The innermost section of a kind ends.</summary>
    /// <param name="kind">Which kind.</param>
    void LeaveSection(SectionKind kind);
}
