using System.ComponentModel;

namespace Scx;

/// <content>Callbacks that <c>struct sched_ext_ops_cid</c> has not, or has under another name.</content>
public abstract partial class CidScheduler
{
    /// <summary>Not of the cid form: see <see cref="SelectCid"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => prevCpu;

    /// <summary>Not of the cid form: see <see cref="SetCmask"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void SetCpumask(TaskStruct p, Cpumask cpumask) { }

    /// <summary>Not of the cid form: see <see cref="Enable(TaskStruct, EnableArgs)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void Enable(TaskStruct p) { }

    /// <summary>Not of the cid form: see <see cref="DumpCid"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void DumpCpu(DumpCtx ctx, int cpu, bool idle) { }

    /// <summary>Not of the cid form: see <see cref="CidOnline"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CpuOnline(int cpu) { }

    /// <summary>Not of the cid form: see <see cref="CidOffline"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CpuOffline(int cpu) { }

    /// <summary>Not of the cid form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CpuAcquire(int cpu, CpuAcquireArgs args) { }

    /// <summary>Not of the cid form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CpuRelease(int cpu, CpuReleaseArgs args) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlInit"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int CgroupInit(Cgroup cgroup, CgroupInitArgs args) => 0;

    /// <summary>Not of the cid form: see <see cref="CpuctlExit"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupExit(Cgroup cgroup) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlPrepMove"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int CgroupPrepMove(TaskStruct p, Cgroup from, Cgroup to) => 0;

    /// <summary>Not of the cid form: see <see cref="CpuctlMove"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupMove(TaskStruct p, Cgroup from, Cgroup to) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlCancelMove"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupCancelMove(TaskStruct p, Cgroup from, Cgroup to) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlSetWeight"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupSetWeight(Cgroup cgroup, uint weight) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlSetBandwidth"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupSetBandwidth(Cgroup cgroup, ulong periodUs, ulong quotaUs, ulong burstUs) { }

    /// <summary>Not of the cid form: see <see cref="CpuctlSetIdle"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override void CgroupSetIdle(Cgroup cgroup, bool idle) { }
}
