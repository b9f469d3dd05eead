using Scx.Bindings;

namespace Scx;

/// <content>Functions whose prototypes are other in 7.2, so that no data file tells them.</content>
public abstract partial class CidScheduler
{
    /// <summary>Gives CPUs other topological numbers, and forms shards of them. Whatever is not right ends the scheduler.</summary>
    /// <param name="cpuToCid">The number of each CPU id, in the arena; -1 for a CPU that cannot exist.</param>
    /// <param name="cpus">Number of CPU ids.</param>
    /// <param name="shardStart">First number of each shard, rising from 0, in the arena; null to keep the kernel's.</param>
    /// <param name="shards">Number of shards.</param>
    /// <remarks><c>scx_bpf_cid_override</c>. Callable from <see cref="InitCids"/>. Since Linux 7.3. May sleep.</remarks>
    [Kfunc("scx_bpf_cid_override", Prototype = "void (const s32 *, u32, const s32 *, u32)", Since = "7.3")]
    [AllowedIn("init_cids")]
    [KernelFunctionFlags(KernelFunctionFlags.Sleepable)]
    public static void CidOverride(ArenaPointer<int> cpuToCid, uint cpus, ArenaPointer<int> shardStart, uint shards) =>
        KernelScope.Current.CidOverride(cpuToCid, cpus, shardStart, shards);

    /// <summary>Asks for a frequency of a CPU.</summary>
    /// <param name="cid">Topological number of the CPU.</param>
    /// <param name="perf">1 to 1024 (SCX_CPUPERF_ONE).</param>
    /// <returns>0, or a negative error number.</returns>
    /// <remarks><c>scx_bpf_cidperf_set</c>. Callable from any callback. Since Linux 7.3.</remarks>
    [Kfunc("scx_bpf_cidperf_set", Prototype = "s32 (s32, u32)", Since = "7.3")]
    public static int CidPerfSet(int cid, uint perf) => KernelScope.Current.CidPerfSet(cid, perf);
}
