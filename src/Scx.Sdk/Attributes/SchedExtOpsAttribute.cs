namespace Scx;

/// <summary>
/// Makes a class derived from <see cref="Scheduler"/> a scheduler: the build leaves an object whose <c>struct sched_ext_ops</c> holds the
/// callbacks that the class overrides and the numbers given here.
/// </summary>
/// <param name="name">
/// What the kernel shows in <c>/sys/kernel/sched_ext/root/ops</c>: 1 to 127 letters, digits, <c>_</c>, <c>.</c> and <c>-</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SchedExtOpsAttribute(string name) : Attribute
{
    /// <summary>The scheduler's name (<c>sched_ext_ops.name</c>).</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Milliseconds that a runnable task may wait before the watchdog ends the scheduler, at most 30000; 0 means 30000
    /// (<c>sched_ext_ops.timeout_ms</c>).
    /// </summary>
    public uint TimeoutMs { get; set; }

    /// <summary>Switches that change how sched_ext treats the scheduler (<c>sched_ext_ops.flags</c>).</summary>
    public OpsFlags Flags { get; set; }

    /// <summary>Tasks that one <see cref="Scheduler.Dispatch"/> may insert; 0 means 32 (<c>sched_ext_ops.dispatch_max_batch</c>).</summary>
    public uint DispatchMaxBatch { get; set; }

    /// <summary>Bytes of the debug dump made when the scheduler is ended; 0 means 32768 (<c>sched_ext_ops.exit_dump_len</c>).</summary>
    public uint ExitDumpLen { get; set; }

    /// <summary>
    /// Of a <see cref="CidScheduler"/>: the most cids in a shard, the least unit that CPUs are handed to sub-schedulers by; 0 is the kernel's default
    /// (<c>sched_ext_ops_cid.cid_shard_size</c>, since 7.3; older kernels do without).
    /// </summary>
    public uint CidShardSize { get; set; }

    /// <summary>
    /// CPU time, in parts per thousand, for tasks that go the kernel's rescue way (<c>SCX_ENQ_RESCUE</c>); 0 is the kernel's default
    /// (<c>sched_ext_ops.rescue_bandwidth_ppt</c>, since 7.3; older kernels do without).
    /// </summary>
    public uint RescueBandwidthPpt { get; set; }

    /// <summary>
    /// Microseconds that a batch of rescued tasks may run; 0 is the kernel's default (<c>sched_ext_ops.rescue_quantum_us</c>, since 7.3; older
    /// kernels do without).
    /// </summary>
    public uint RescueQuantumUs { get; set; }

    /// <summary>
    /// The oldest kernel that the scheduler is for, such as <c>6.18</c>; null means 6.12, and that uses of newer functions and fields are not
    /// looked at. With it set, what came later must be guarded by <see cref="Kernel.Has(Delegate)">Kernel.Has</see>, and ways to do without what
    /// it has are left out of the object.
    /// </summary>
    public string? MinimumKernel { get; set; }

    /// <summary>
    /// The licence the kernel is told; functions of sched_ext are for GPL-compatible programs only, so it must be one of those that
    /// <c>license_is_gpl_compatible</c> knows.
    /// </summary>
    public string License { get; set; } = "GPL";
}
