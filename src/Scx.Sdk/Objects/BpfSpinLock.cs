using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>
/// A lock that one CPU holds at a time, as a field of a map's value or of the scheduler. Its struct may have one. While it is held, interrupts are off,
/// nothing but the few functions that say so may be called, and no other spin lock is taken.
/// </summary>
/// <remarks><c>struct bpf_spin_lock</c>. In values of arrays, hash tables and task, cgroup and other storage.</remarks>
[KernelState("bpf_spin_lock", 4, 4, IsLock = true, Maps = [typeof(ArrayMap<>), typeof(HashMap<,>), typeof(TaskStorage<>), typeof(CgroupStorage<>)])]
[StructLayout(LayoutKind.Sequential, Size = 4)]
public struct BpfSpinLock
{
    uint state;

    /// <summary>Takes the lock, waiting for it; it is let go where the result is disposed: <c>using (value.Lock.EnterScope()) { … }</c>.</summary>
    /// <remarks><c>bpf_spin_lock</c>, BPF helper 93. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_spin_lock", 93)]
    [Section(SectionKind.SpinLock)]
    public BpfSpinLockScope EnterScope()
    {
        KernelScope.Current.EnterSection(SectionKind.SpinLock);
        state = 1;
        return default;
    }
}

/// <summary>A spin lock that is held, until this is disposed.</summary>
[Scope(ScopeHandle.Object)]
public readonly ref struct BpfSpinLockScope
{
    /// <summary>Lets the lock go.</summary>
    /// <remarks><c>bpf_spin_unlock</c>, BPF helper 94. Callable from any callback. In every supported kernel.</remarks>
    [Helper("bpf_spin_unlock", 94)]
    [Section(SectionKind.SpinLock, Ends = true)]
    public void Dispose() => KernelScope.Current.LeaveSection(SectionKind.SpinLock);
}
