using Scx.Bindings;

namespace Scx;

public partial class Cpumask
{
    /// <summary>The CPUs of the set, for <c>foreach (int cpu in mask.Cpus(NrCpuIds()))</c>. The set is copied as the loop begins.</summary>
    /// <param name="cpus">The number of CPU ids, <see cref="Scheduler.NrCpuIds"/>: others are not looked at.</param>
    /// <remarks><c>bpf_iter_bits_new</c>. Callable from every callback. Since Linux 6.11. With more than 64 CPU ids it takes memory, and there are none if there is no memory.</remarks>
    [Kfunc("bpf_iter_bits_new", Prototype = "s32 (bpf_iter_bits *, const u64 *, u32)")]
    // The kernel takes any address here, and copies what it can read.
    [KernelFunctionFlags(KernelFunctionFlags.Iterator | KernelFunctionFlags.Rcu)]
    public CpuIterator Cpus([InWords] uint cpus) => new(this, cpus);
}
