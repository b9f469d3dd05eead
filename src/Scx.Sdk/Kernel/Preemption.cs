using Scx.Bindings;

namespace Scx;

/// <summary>Sections in which the callback cannot be preempted, so that it stays on its CPU and alone with that CPU's data.</summary>
public static class Preemption
{
    /// <summary>Begins a section; it ends where the result is disposed: <c>using (Preemption.Disable()) { … }</c>. Sections nest. Nothing in it may sleep.</summary>
    /// <remarks><c>bpf_preempt_disable</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_preempt_disable", Prototype = "void ()")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Preemption)]
    public static PreemptionScope Disable()
    {
        KernelScope.Current.EnterSection(SectionKind.Preemption);
        return default;
    }
}

/// <summary>A section without preemption, which ends where this is disposed.</summary>
[Scope(ScopeHandle.None)]
public readonly ref struct PreemptionScope
{
    /// <summary>Ends the section.</summary>
    /// <remarks><c>bpf_preempt_enable</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_preempt_enable", Prototype = "void ()")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Preemption, Ends = true)]
    public void Dispose() => KernelScope.Current.LeaveSection(SectionKind.Preemption);
}
