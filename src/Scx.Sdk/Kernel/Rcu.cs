using Scx.Bindings;

namespace Scx;

/// <summary>RCU read sections. What the kernel protects by RCU stays valid inside one; a callback that cannot sleep is inside one all along.</summary>
public static class Rcu
{
    /// <summary>Begins a section; it ends where the result is disposed: <c>using (Rcu.Read()) { … }</c>. Sections nest. Nothing in it may sleep.</summary>
    /// <remarks><c>bpf_rcu_read_lock</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_rcu_read_lock", Prototype = "void ()")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Rcu)]
    public static RcuReadScope Read()
    {
        KernelScope.Current.EnterSection(SectionKind.Rcu);
        return default;
    }
}

/// <summary>An RCU read section, which ends where this is disposed.</summary>
[Scope(ScopeHandle.None)]
public readonly ref struct RcuReadScope
{
    /// <summary>Ends the section; what was found in it must not be used any more.</summary>
    /// <remarks><c>bpf_rcu_read_unlock</c>. Callable from any callback. In every supported kernel.</remarks>
    [Kfunc("bpf_rcu_read_unlock", Prototype = "void ()")]
    [KernelFunctionFlags(KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.Rcu, Ends = true)]
    public void Dispose() => KernelScope.Current.LeaveSection(SectionKind.Rcu);
}
