using System.Runtime.InteropServices;
using Scx.Bindings;

namespace Scx;

/// <summary>A slot that owns a reference to a cgroup, or is empty: a field of a map's value or of the scheduler.</summary>
/// <remarks>A kptr to <c>struct cgroup</c>. What the slot owns when its map goes is given back by the kernel.</remarks>
[KptrSlot]
[StructLayout(LayoutKind.Sequential, Size = 8)]
public struct CgroupKptr
{
    ulong slot;

    /// <summary>
    /// What the slot owns, lent while the RCU section lasts, or null if it is empty. A callback that cannot sleep is in such a section all along; one that can
    /// reads it inside <see cref="Rcu.Read"/>.
    /// </summary>
    public readonly Cgroup? Value => (Cgroup?)KernelScope.Current.KptrValue(slot);

    /// <summary>Puts an object into the slot, or empties it, and takes what was in it, at once for all CPUs that look.</summary>
    /// <param name="value">What the slot is to own from now on, or null to empty it.</param>
    /// <returns>What the slot owned, to be disposed; null if it was empty.</returns>
    /// <remarks><c>bpf_kptr_xchg</c>, BPF helper 194. Callable from any callback, also while a spin lock is held. In every supported kernel.</remarks>
    [Helper("bpf_kptr_xchg", 194)]
    [KernelFunctionFlags(KernelFunctionFlags.Acquire | KernelFunctionFlags.MayReturnNull | KernelFunctionFlags.SpinLockSafe)]
    public CgroupReference? Exchange([HandsOver] CgroupReference? value) => (CgroupReference?)Ownership.Exchange(ref slot, value);
}
