using Scx.Bindings;

namespace Scx;

/// <summary>Sections in which the CPU takes no interrupts.</summary>
public static class Interrupts
{
    /// <summary>
    /// Begins a section; it ends where the result is disposed: <c>using (Interrupts.Disable()) { … }</c>. Sections nest, and end in the reverse order
    /// of their beginning. Nothing in it may sleep.
    /// </summary>
    /// <remarks><c>bpf_local_irq_save</c>. Callable from any callback. Since Linux 6.14.</remarks>
    [Kfunc("bpf_local_irq_save", Prototype = "void (u64 *)", Since = "6.14")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Interrupts)]
    public static InterruptsScope Disable()
    {
        KernelScope.Current.EnterSection(SectionKind.Interrupts);
        return default;
    }
}

/// <summary>A section without interrupts, which ends where this is disposed.</summary>
[Scope(ScopeHandle.Frame)]
public readonly ref struct InterruptsScope
{
    /// <summary>Ends the section: interrupts are taken again if they were before it.</summary>
    /// <remarks><c>bpf_local_irq_restore</c>. Callable from any callback. Since Linux 6.14.</remarks>
    [Kfunc("bpf_local_irq_restore", Prototype = "void (u64 *)", Since = "6.14")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Interrupts, Ends = true)]
    public void Dispose() => KernelScope.Current.LeaveSection(SectionKind.Interrupts);
}
