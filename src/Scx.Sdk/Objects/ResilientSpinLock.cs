using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A lock that one CPU holds at a time and whose taking fails where it would never end, as a field of a map's value or of the scheduler. Several may be
/// held, and are let go in the reverse order.
/// </summary>
/// <remarks><c>struct bpf_res_spin_lock</c>, since Linux 6.15.</remarks>
[KernelState("bpf_res_spin_lock", 4, 4, IsLock = true, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(TaskStorage<>), typeof(CgroupStorage<>)])]
[StructLayout(LayoutKind.Sequential, Size = 4)]
public struct ResilientSpinLock
{
    uint state;

    /// <summary>
    /// Takes the lock; it is let go where the result is disposed. It fails where the CPUs that wait would wait for each other, or for a quarter of a second
    /// (-EDEADLK, -ETIMEDOUT): <c>using var held = value.Lock.EnterScope(); if (!held.IsHeld) return;</c>.
    /// </summary>
    /// <remarks><c>bpf_res_spin_lock</c>. Callable from any callback. Since Linux 6.15.</remarks>
    [Kfunc("bpf_res_spin_lock", Prototype = "s32 (bpf_res_spin_lock *)", Since = "6.15")]
    [KernelFunctionFlags(KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.ResilientSpinLock)]
    public ResilientSpinLockScope EnterScope()
    {
        KernelScope.Current.EnterSection(SectionKind.ResilientSpinLock);
        state = 1;
        return new ResilientSpinLockScope(true);
    }
}

/// <summary>A resilient spin lock that is held, unless taking it has failed, until this is disposed.</summary>
[Scope(ScopeHandle.ObjectUnlessFailed)]
public readonly ref struct ResilientSpinLockScope
{
    internal ResilientSpinLockScope(bool isHeld) => IsHeld = isHeld;

    /// <summary>Whether the lock was taken.</summary>
    public bool IsHeld { get; }

    /// <summary>Lets the lock go, if it was taken.</summary>
    /// <remarks><c>bpf_res_spin_unlock</c>. Callable from any callback. Since Linux 6.15.</remarks>
    [Kfunc("bpf_res_spin_unlock", Prototype = "void (bpf_res_spin_lock *)", Since = "6.15")]
    [KernelFunctionFlags(KernelFunctionFlags.SpinLockSafe | KernelFunctionFlags.AnyProgram)]
    [Section(SectionKind.ResilientSpinLock, Ends = true)]
    public void Dispose()
    {
        if (IsHeld) KernelScope.Current.LeaveSection(SectionKind.ResilientSpinLock);
    }
}
