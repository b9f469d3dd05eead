// A whole scheduler: slices by load, deadlines by how often a task blocks, a domain of CPUs to prefer.
using System.Numerics;

[SchedExtOps("t", Flags = OpsFlags.EnqExiting | OpsFlags.EnqMigrationDisabled, TimeoutMs = 5000)]
public sealed class Interactive : Scheduler
{
    const ulong SharedDsq = 0;
    const int MaxCpus = 1024;

    [Tunable("Maximum time slice, in ns")] readonly ulong sliceMax = 20_000_000;
    [Tunable("Minimum time slice, in ns")] readonly ulong sliceMin = 1_000_000;
    [Tunable("Maximum time slice lag, in ns")] readonly ulong sliceLag = 20_000_000;
    [Tunable("Prefer CPUs of the primary domain")] readonly bool primaryAll = true;
    [Tunable("Local kthreads first")] readonly bool localKthreads;
    [Tunable("CPU frequency scaling")] readonly bool cpufreqEnabled = true;

    [Stat("Direct dispatches")] ulong nrDirectDispatches;
    [Stat("Kthread dispatches")] ulong nrKthreadDispatches;
    [Stat("Shared dispatches")] ulong nrSharedDispatches;
    [Stat("Running tasks")] ulong nrRunning;

    public struct TaskCtx
    {
        public ulong LastRunAt;
        public ulong ExecRuntime;
        public ulong BlockedFreq;
        public ulong LastBlockedAt;
        public ulong Deadline;
        public CpumaskKptr L2, L3;
    }

    public struct CpuCtx
    {
        public ulong TotRuntime, PrevRuntime, LastRunning, PerfLevel;
        public CpumaskKptr SmtMask, L2Mask, L3Mask;
    }

    readonly TaskStorage<TaskCtx> tasks = new();
    readonly PerCpu<CpuCtx> cpus = new();
    CpumaskKptr primary;
    ulong vtimeNow;

    static ulong CalcAvg(ulong old, ulong value) => (old - (old >> 2)) + (value >> 2);

    static ulong UpdateFreq(ulong freq, ulong interval) => CalcAvg(freq, 100_000_000UL / Math.Max(interval, 1));

    static bool IsKthread(TaskStruct p) => (p.Flags & TaskFlags.KernelThread) != 0;

    ulong TaskSlice(TaskStruct p) => Math.Clamp(sliceMax * p.Scx.Weight / 100 / Math.Max(DsqNrQueuedOf(SharedDsq), 1), sliceMin, sliceMax);

    static ulong DsqNrQueuedOf(ulong id) => (ulong)Math.Max(DsqNrQueued(id), 0);

    ulong TaskDeadline(TaskStruct p, ref TaskCtx tctx)
    {
        ulong lagScale = (ulong)Math.Max(BitOperations.Log2(tctx.BlockedFreq | 1), 1);
        ulong minVtime = vtimeNow - Math.Min(vtimeNow, sliceLag * lagScale);
        if (p.Scx.DsqVtime < minVtime)
            p.Scx.DsqVtime = minVtime;
        return p.Scx.DsqVtime + tctx.ExecRuntime * 100 / Math.Max(p.Scx.Weight, 1);
    }

    int PickIdleCpuFor(TaskStruct p, int prevCpu, WakeFlags wakeFlags, out bool isIdle)
    {
        isIdle = false;
        if (p.NrCpusAllowed == 1)
        {
            isIdle = TestAndClearCpuIdle(prevCpu);
            return prevCpu;
        }
        using (Rcu.Read())
        {
            if (primary.Value is { } domain && !primaryAll)
            {
                int inDomain = SelectCpuAnd(p, prevCpu, wakeFlags, domain);
                if (inDomain >= 0)
                {
                    isIdle = true;
                    return inDomain;
                }
            }
        }
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out isIdle);
        return cpu;
    }

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpuFor(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
        {
            DsqInsert(p, Dsq.Local, TaskSlice(p));
            nrDirectDispatches++;
        }
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (localKthreads && IsKthread(p) && p.NrCpusAllowed == 1)
        {
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags | EnqFlags.Preempt);
            nrKthreadDispatches++;
            return;
        }
        if (tasks.Find(p) is not { } tctx)
        {
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
            return;
        }
        DsqInsertVtime(p, SharedDsq, TaskSlice(p), TaskDeadline(p, ref tctx.Value), enqFlags);
        nrSharedDispatches++;
        int cpu = PickIdleCpu(p.CpusPtr);
        if (cpu >= 0)
            KickCpu(cpu, KickFlags.Idle);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (DsqMoveToLocal(SharedDsq))
            return;
        if (prev is not null && (prev.Scx.Flags & SchedExtTaskFlags.Queued) != 0)
            prev.Scx.Slice = TaskSlice(prev);
    }

    public override void Running(TaskStruct p)
    {
        nrRunning++;
        if (tasks.Find(p) is not { } tctx)
            return;
        tctx.Value.LastRunAt = Now();
        if (cpufreqEnabled)
        {
            ref CpuCtx cctx = ref cpus.Value;
            cctx.LastRunning = tctx.Value.LastRunAt;
        }
        if (vtimeNow < p.Scx.DsqVtime)
            vtimeNow = p.Scx.DsqVtime;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        nrRunning--;
        if (tasks.Find(p) is not { } found)
            return;
        ref TaskCtx tctx = ref found.Value;
        ulong now = Now(), slice = now - tctx.LastRunAt;
        tctx.ExecRuntime = Math.Min(tctx.ExecRuntime + slice, sliceLag);
        p.Scx.DsqVtime += slice * 100 / Math.Max(p.Scx.Weight, 1);
        ref CpuCtx cctx = ref cpus.Value;
        cctx.TotRuntime += now - cctx.LastRunning;
        if (cpufreqEnabled)
            UpdateCpuLoad(ref cctx, now);
    }

    void UpdateCpuLoad(ref CpuCtx cctx, ulong now)
    {
        ulong delta = cctx.TotRuntime - cctx.PrevRuntime, interval = now - cctx.LastRunning;
        if (interval == 0) return;
        ulong perf = Math.Min(delta * 1024 / interval, 1024);
        cctx.PerfLevel = CalcAvg(cctx.PerfLevel, perf);
        CpuPerfSet((int)GetSmpProcessorId(), (uint)Math.Min(cctx.PerfLevel, 1024));
        cctx.PrevRuntime = cctx.TotRuntime;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (tasks.Find(p) is not { } tctx) return;
        tctx.Value.ExecRuntime = 0;
        ulong now = Now();
        ulong delta = Math.Max(now - tctx.Value.LastBlockedAt, 1);
        tctx.Value.BlockedFreq = Math.Min(UpdateFreq(tctx.Value.BlockedFreq, delta), 1024);
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        if (tasks.Find(p) is { } tctx)
            tctx.Value.LastBlockedAt = Now();
    }

    public override void Enable(TaskStruct p) => p.Scx.DsqVtime = vtimeNow;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (tasks.GetOrCreate(p) is not { } tctx)
            return -12;
        var mask = CreateCpumask();
        if (mask is null)
            return -12;
        tctx.Value.L2.Exchange(mask)?.Dispose();
        return 0;
    }

    static int EnsureMask(ref CpumaskKptr slot)
    {
        if (slot.Value is not null)
            return 0;
        var mask = CreateCpumask();
        if (mask is null)
            return -12;
        slot.Exchange(mask)?.Dispose();
        return 0;
    }

    public override int Init()
    {
        int err = CreateDsq(SharedDsq);
        if (err != 0) return err;
        return EnsureMask(ref primary);
    }
}
