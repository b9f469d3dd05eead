using Scx.Bindings;

namespace Scx;

/// <summary>
/// What a scheduler of the cid form derives from (<c>struct sched_ext_ops_cid</c>, since Linux 7.2): it sees CPUs by their topological numbers (cids), dense and with the
/// CPUs of one core, one cache and one node next to each other, and sets of CPUs as bits in its arena (<c>Cmask</c>). Callbacks and functions are
/// those of <see cref="Scheduler"/>, but for those about CPU ids and cpumasks: what stands for them is here, or the kernel has nothing like it, as with its own tracking of
/// idle CPUs. A scheduler that declares no <see cref="Arena"/> gets one for the kernel's use.
/// </summary>
/// <remarks>Where a task's slice or virtual time is to change, call <see cref="Scheduler.TaskSetSlice"/> and <see cref="Scheduler.TaskSetDsqVtime"/>.</remarks>
[OpsTable("sched_ext_ops_cid", Since = "7.2", CidForm = true)]
public abstract partial class CidScheduler : Scheduler
{
    /// <summary>
    /// Chooses the CPU on which a waking task is enqueued; the choice is a hint, and an idle CPU that is chosen is woken. A task inserted here skips
    /// <see cref="Scheduler.Enqueue"/>.
    /// </summary>
    /// <param name="p">The waking task.</param>
    /// <param name="prevCid">Cid on which it last ran.</param>
    /// <param name="wakeFlags">How it is woken.</param>
    /// <returns>A cid; any other number ends the scheduler.</returns>
    /// <remarks><c>sched_ext_ops_cid.select_cid</c>, since Linux 7.2; <c>p->pi_lock</c> is held; must not sleep.</remarks>
    [Callback("select_cid", CpuForm = "select_cpu")]
    public virtual int SelectCid(TaskStruct p, int prevCid, WakeFlags wakeFlags) => prevCid;

    /// <summary>A task may use other CPUs than before. It comes too when the task joins the scheduler.</summary>
    /// <param name="p">The task.</param>
    /// <param name="cmask">The CPUs, in the scheduler's arena, for the length of the call: to be looked at as a <c>Cmask</c>.</param>
    /// <remarks><c>sched_ext_ops_cid.set_cmask</c>, since Linux 7.2; a run queue is locked; must not sleep.</remarks>
    [Callback("set_cmask", CpuForm = "set_cpumask")]
    public virtual void SetCmask(TaskStruct p, ArenaPointer<ulong> cmask) { }

    /// <summary>A task joins the scheduler's class.</summary>
    /// <param name="p">The task.</param>
    /// <param name="args">The CPUs that it may use.</param>
    /// <remarks><c>sched_ext_ops_cid.enable</c>, with these arguments since Linux 7.3; a run queue is locked; must not sleep.</remarks>
    [Callback("enable")]
    public virtual void Enable(TaskStruct p, EnableArgs args) { }

    /// <summary>Adds to a debug dump what the scheduler knows of a CPU, by <see cref="Scheduler.DumpPrint(KernelMessage)"/>.</summary>
    /// <param name="ctx">What the dump is about.</param>
    /// <param name="cid">The CPU.</param>
    /// <param name="idle">It is idle.</param>
    /// <remarks><c>sched_ext_ops_cid.dump_cid</c>, since Linux 7.2; a run queue is locked; must not sleep.</remarks>
    [Callback("dump_cid", CpuForm = "dump_cpu")]
    public virtual void DumpCid(DumpCtx ctx, int cid, bool idle) { }

    /// <summary>A CPU comes online. Without it and <see cref="CidOffline"/> a scheduler ends when CPUs come or go.</summary>
    /// <param name="cid">The CPU.</param>
    /// <remarks><c>sched_ext_ops_cid.cid_online</c>, since Linux 7.2; no lock is held; may sleep.</remarks>
    [Callback("cid_online", CpuForm = "cpu_online", MaySleep = true)]
    public virtual void CidOnline(int cid) { }

    /// <summary>A CPU goes offline.</summary>
    /// <param name="cid">The CPU.</param>
    /// <remarks><c>sched_ext_ops_cid.cid_offline</c>, since Linux 7.2; no lock is held; may sleep.</remarks>
    [Callback("cid_offline", CpuForm = "cpu_offline", MaySleep = true)]
    public virtual void CidOffline(int cid) { }

    /// <summary>Called before <see cref="Scheduler.Init"/> and all else, where the numbering can be changed (<see cref="CidOverride"/>).</summary>
    /// <returns>0, or a negative error number to refuse to start.</returns>
    /// <remarks><c>sched_ext_ops_cid.init_cids</c>, since Linux 7.3; no lock is held; may sleep.</remarks>
    [Callback("init_cids", MaySleep = true, Since = "7.3")]
    public virtual int InitCids() => 0;

    /// <summary>A cgroup's CPU controller comes into being, or is there when the scheduler starts.</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <param name="args">Its settings.</param>
    /// <returns>0, or a negative error number to refuse it.</returns>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_init</c>, since Linux 7.3 (7.2 calls it otherwise, and does without); no lock is held; may sleep.</remarks>
    [Callback("cpuctl_init", CpuForm = "cgroup_init", MaySleep = true, Since = "7.3")]
    public virtual int CpuctlInit(Cgroup cgroup, CgroupInitArgs args) => 0;

    /// <summary>A cgroup's CPU controller goes.</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_exit</c>, since Linux 7.3; no lock is held; may sleep.</remarks>
    [Callback("cpuctl_exit", CpuForm = "cgroup_exit", MaySleep = true, Since = "7.3")]
    public virtual void CpuctlExit(Cgroup cgroup) { }

    /// <summary>A task is about to move between cgroups.</summary>
    /// <param name="p">The task.</param>
    /// <param name="from">Where it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <returns>0, or a negative error number to refuse it.</returns>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_prep_move</c>, since Linux 7.3; no lock is held; may sleep.</remarks>
    [Callback("cpuctl_prep_move", CpuForm = "cgroup_prep_move", MaySleep = true, Since = "7.3")]
    public virtual int CpuctlPrepMove(TaskStruct p, Cgroup from, Cgroup to) => 0;

    /// <summary>A task moves between cgroups.</summary>
    /// <param name="p">The task.</param>
    /// <param name="from">Where it was.</param>
    /// <param name="to">Where it goes.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_move</c>, since Linux 7.3; a run queue is locked; must not sleep.</remarks>
    [Callback("cpuctl_move", CpuForm = "cgroup_move", Since = "7.3")]
    public virtual void CpuctlMove(TaskStruct p, Cgroup from, Cgroup to) { }

    /// <summary>A move that was prepared does not happen.</summary>
    /// <param name="p">The task.</param>
    /// <param name="from">Where it stays.</param>
    /// <param name="to">Where it does not go.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_cancel_move</c>, since Linux 7.3; no lock is held; must not sleep.</remarks>
    [Callback("cpuctl_cancel_move", CpuForm = "cgroup_cancel_move", Since = "7.3")]
    public virtual void CpuctlCancelMove(TaskStruct p, Cgroup from, Cgroup to) { }

    /// <summary>A cgroup's weight changes.</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <param name="weight">1 to 10000; 100 is the usual one.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_set_weight</c>, since Linux 7.3; no lock is held; must not sleep.</remarks>
    [Callback("cpuctl_set_weight", CpuForm = "cgroup_set_weight", Since = "7.3")]
    public virtual void CpuctlSetWeight(Cgroup cgroup, uint weight) { }

    /// <summary>A cgroup's limit of CPU time changes.</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <param name="periodUs">Length of a period in µs.</param>
    /// <param name="quotaUs">CPU time in a period in µs; all bits set if there is no limit.</param>
    /// <param name="burstUs">CPU time in µs that may be kept for a later period.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_set_bandwidth</c>, since Linux 7.3; no lock is held; may sleep.</remarks>
    [Callback("cpuctl_set_bandwidth", CpuForm = "cgroup_set_bandwidth", MaySleep = true, Since = "7.3")]
    public virtual void CpuctlSetBandwidth(Cgroup cgroup, ulong periodUs, ulong quotaUs, ulong burstUs) { }

    /// <summary>A cgroup becomes idle, or no longer is: its tasks run only where no other wants to.</summary>
    /// <param name="cgroup">The cgroup.</param>
    /// <param name="idle">It is idle now.</param>
    /// <remarks><c>sched_ext_ops_cid.cpuctl_set_idle</c>, since Linux 7.3; no lock is held; must not sleep.</remarks>
    [Callback("cpuctl_set_idle", CpuForm = "cgroup_set_idle", Since = "7.3")]
    public virtual void CpuctlSetIdle(Cgroup cgroup, bool idle) { }
}
