using Scx.Bindings;

namespace Scx;

public partial class Cpumask
{
    /// <summary>
    /// The first CPUs of the set, for <c>foreach (int cpu in mask.Cpus(64))</c>; all of them are what <c>foreach (int cpu in mask)</c> goes through. The set is
    /// copied as the loop begins.
    /// </summary>
    /// <param name="cpus">CPU ids to look at, <see cref="Scheduler.NrCpuIds"/> at most: memory beyond the set is read otherwise.</param>
    /// <remarks><c>bpf_iter_bits_new</c>. Callable from every callback. Since Linux 6.11. With more than 64 CPU ids it takes memory, and there are none if there is no memory.</remarks>
    [Kfunc("bpf_iter_bits_new", Prototype = "s32 (bpf_iter_bits *, const u64 *, u32)")]
    // The kernel takes any address here, and copies what it can read.
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.Rcu | KernelFunctionFlags.AnyProgram)]
    public CpuIterator Cpus([InWords] uint cpus) => new(this, cpus);
}
