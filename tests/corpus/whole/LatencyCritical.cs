// A whole scheduler: deadlines by how critical the latency of a task is, victims to preempt, domains to steal from, and a timer that averages.
using System.Threading;
using System.Numerics;

[SchedExtOps("t", Flags = OpsFlags.EnqExiting | OpsFlags.KeepBuiltinIdle | OpsFlags.EnqMigrationDisabled)]
public sealed class LatencyCritical : Scheduler
{
    const int MaxDomains = 64, MaxCpus = 512;
    const ulong SliceMin = 300_000, SliceMax = 3_000_000, TimeUs = 1000, LatCritMax = 2048;

    static readonly ushort[] SchedPrioToWeight =
    [
        88, 71, 56, 46, 36, 29, 23, 18, 15, 11, 9, 7, 6, 5, 4, 3, 2, 2, 1, 1,
        1024, 820, 655, 526, 423, 335, 272, 215, 172, 137, 110, 87, 70, 56, 45, 36, 29, 23, 18, 15,
    ];

    [Flags] public enum TaskState : uint { None = 0, Greedy = 1, Pinned = 2, Futex = 4, Affinitized = 8, Preempting = 16 }

    public struct TaskCtx
    {
        public ulong LastRunnable, LastRunning, LastStopping, LastQuiescent;
        public ulong AccRunTime, AvgRunTime, RunFreq, WaitFreq, WakeFreq;
        public ulong Vdeadline, Slice;
        public uint LatCri, PerfCri, GreedyRatio;
        public TaskState State;
        public short DomainId;
        public byte WakerFutex;
    }

    public struct CpuCtx
    {
        public ulong IdleStart, IdleTotal, RunningPid, LatCriSum, NrSched, StoppingTime;
        public uint Util, AvgUtil, MaxLatCri;
        public bool Online, BigCore;
        public short DomainId;
    }

    public struct Domain
    {
        public ulong Id, NrCpus, NrQueued, Load, Vtime;
        public CpumaskKptr Cpus;
        public uint Sibling;
        public bool Valid;
        public bool Stealer { get; set; }
        public readonly bool IsOverloaded => NrQueued > NrCpus * 2;
    }

    public ref struct Summary
    {
        public ulong LatCri, Sched, IdleNs;
        public uint MaxLatCri;
        public static Summary operator +(Summary a, in CpuCtx c) => new()
        {
            LatCri = a.LatCri + c.LatCriSum, Sched = a.Sched + c.NrSched, IdleNs = a.IdleNs + c.IdleTotal, MaxLatCri = Math.Max(a.MaxLatCri, c.MaxLatCri),
        };
    }

    public struct SystemStat { public ulong AvgLatCri, Thresh, LastUpdate; public uint Util; }

    readonly TaskStorage<TaskCtx> tasks = new();
    readonly PerCpu<CpuCtx> cpuCtxs = new();
    readonly ArrayMap<Domain> domains = new(MaxDomains);
    readonly LruHashMap<int, ulong> futexWaiters = new(4096);
    public struct Tick { public BpfTimer Timer; }
    readonly ArrayMap<Tick> timers = new(1);
    readonly ArrayMap<ulong> history = new(128);

    [Tunable("CPUs that there are")] readonly uint nrCpus = 4;
    [Tunable("Domains that there are")] readonly uint nrDomains = 1;
    [Tunable("Preempt for latency-critical tasks")] readonly bool mayPreempt = true;
    SystemStat sys;
    [Stat("Preemptions")] ulong preemptions;
    [Stat("Steals")] ulong steals;

    static ulong Ewma(ulong old, ulong value) => (old * 7 + value) >> 3;
    static ulong Sqrt(ulong x)
    {
        ulong r = 0, bit = 1UL << 62;
        while (bit > x && bit != 0) bit >>= 2;
        for (; bit != 0; bit >>= 2)
        {
            if (x >= r + bit) { x -= r + bit; r = (r >> 1) + bit; }
            else r >>= 1;
        }
        return r;
    }

    static ushort WeightOf(TaskStruct p)
    {
        int at = p.StaticPrio - 100;
        return at is >= 0 and < 40 ? SchedPrioToWeight[at] : (ushort)1;
    }

    static ulong LatencyFactor(in TaskCtx t) => (t.WaitFreq, t.WakeFreq) switch
    {
        (0, 0) => 1,
        (var wait, 0) => (ulong)BitOperations.Log2(wait),
        (0, var wake) => (ulong)BitOperations.Log2(wake) * 2,
        var (wait, wake) => (ulong)(BitOperations.Log2(wait) + BitOperations.Log2(wake)),
    };

    void UpdateLatCri(TaskStruct p, ref TaskCtx t)
    {
        ulong runtime = (ulong)BitOperations.Log2((t.AvgRunTime / TimeUs) | 1);
        ulong lat = LatencyFactor(t) * LatencyFactor(t) + WeightOf(p) - Math.Min(runtime, 10);
        t.LatCri = (uint)Math.Min(lat, LatCritMax);
        t.PerfCri = (uint)Sqrt(t.AvgRunTime * t.RunFreq);
        t.State = t.LatCri > sys.AvgLatCri ? t.State & ~TaskState.Greedy : t.State | TaskState.Greedy;
    }

    ulong Deadline(TaskStruct p, ref TaskCtx t)
    {
        UpdateLatCri(p, ref t);
        ulong greedy = t.State.HasFlag(TaskState.Greedy) ? 2u : 1u;
        return Now() + t.AvgRunTime * greedy / Math.Max(t.LatCri, 1);
    }

    ulong SliceFor(ref TaskCtx t)
    {
        ulong slice = (SliceMax * nrCpus) / Math.Max(nrCpus, 1);
        if (t.State is var s and not TaskState.None && (s & (TaskState.Futex | TaskState.Pinned)) != 0) slice *= 2;
        return Math.Clamp(slice, SliceMin, SliceMax);
    }

    bool TryPreempt(TaskStruct p, in TaskCtx t, out int victim)
    {
        victim = -1;
        uint worst = t.LatCri;
        uint start = Random();
        foreach (int i in Loop.Range(0, 2))
        {
            int cpu = (int)((start + (uint)i) % Math.Max(nrCpus, 1));
            if (!p.CpusPtr.Test(cpu)) continue;
            if (cpuCtxs.Find(cpu) is not { } c || !c.Value.Online) continue;
            if (c.Value.MaxLatCri >= worst) continue;
            (worst, victim) = (c.Value.MaxLatCri, cpu);
        }
        return victim >= 0;
    }

    static uint Random() => GetPrandomU32();

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool idle);
        if (tasks.Find(p) is not { } t) return cpu;
        t.Value.WakerFutex = (byte)(futexWaiters.Find(p.Pid) is null ? 0 : 1);
        if (idle && DsqNrQueued(Dsq.LocalOn | (ulong)cpu) == 0)
            DsqInsert(p, Dsq.Local, SliceFor(ref t.Value));
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (tasks.Find(p) is not { } found) { DsqInsert(p, Dsq.Global, Slice.Default, enqFlags); return; }
        ref TaskCtx t = ref found.Value;
        t.Slice = SliceFor(ref t);
        t.Vdeadline = Deadline(p, ref t);
        uint domain = (uint)(ushort)t.DomainId;
        if (domain >= nrDomains) domain = 0;
        DsqInsertVtime(p, domain, t.Slice, t.Vdeadline, enqFlags);
        if (domains.Find(domain) is { } d) Interlocked.Increment(ref d.Value.NrQueued);
        if (mayPreempt && TryPreempt(p, t, out int victim))
        {
            KickCpu(victim, KickFlags.Preempt);
            preemptions++;
        }
    }

    bool StealFrom(uint mine)
    {
        for (uint i = 1; i < MaxDomains; i++)
        {
            if (i >= nrDomains) break;
            uint other = (mine + i) % nrDomains;
            if (domains.Find(other) is { Value: { Valid: true, IsOverloaded: true } } && DsqMoveToLocal(other))
            {
                steals++;
                return true;
            }
        }
        return false;
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        uint domain = cpuCtxs.Find(cpu) is { Value.DomainId: >= 0 and var id } ? (uint)id : 0;
        if (DsqMoveToLocal(domain) || StealFrom(domain)) return;
        if (prev is { Scx.Flags: var flags } && flags.HasFlag(SchedExtTaskFlags.Queued)) prev.Scx.Slice = Slice.Default;
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (tasks.Find(p) is not { } t) return;
        ulong now = Now();
        t.Value.WaitFreq = Ewma(t.Value.WaitFreq, 1_000_000_000 / Math.Max(now - t.Value.LastQuiescent, 1));
        t.Value.LastRunnable = now;
        t.Value.AccRunTime = 0;
        TaskStruct waker = GetCurrentTask();
        if ((enqFlags & EnqFlags.Wakeup) != 0 && tasks.Find(waker) is { } w)
            w.Value.WakeFreq = Ewma(w.Value.WakeFreq, 1_000_000_000 / Math.Max(now - w.Value.LastRunnable, 1));
    }

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is not { } t) return;
        ref CpuCtx c = ref cpuCtxs.Value;
        c.RunningPid = (ulong)p.Pid;
        c.LatCriSum += t.Value.LatCri;
        c.NrSched++;
        c.MaxLatCri = Math.Max(c.MaxLatCri, t.Value.LatCri);
        t.Value.LastRunning = Now();
        if (domains.Find((uint)(ushort)t.Value.DomainId) is { Value: { NrQueued: > 0 } } d)
            Interlocked.Decrement(ref d.Value.NrQueued);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (tasks.Find(p) is not { } t) return;
        ulong now = Now();
        t.Value.AccRunTime += now - t.Value.LastRunning;
        t.Value.AvgRunTime = Ewma(t.Value.AvgRunTime, t.Value.AccRunTime);
        t.Value.LastStopping = now;
        cpuCtxs.Value.StoppingTime = now;
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        if (tasks.Find(p) is { } t)
        {
            t.Value.LastQuiescent = Now();
            t.Value.RunFreq = Ewma(t.Value.RunFreq, 1_000_000_000 / Math.Max(t.Value.LastQuiescent - t.Value.LastRunnable, 1));
        }
    }

    public override void UpdateIdle(int cpu, bool idle)
    {
        if (cpuCtxs.Find(cpu) is not { } c) return;
        ulong now = Now();
        if (idle) c.Value.IdleStart = now;
        else if (c.Value.IdleStart is not 0 and var since) { c.Value.IdleTotal += now - since; c.Value.IdleStart = 0; }
    }

    public override void CpuOnline(int cpu) { if (cpuCtxs.Find(cpu) is { } c) c.Value.Online = true; }
    public override void CpuOffline(int cpu) { if (cpuCtxs.Find(cpu) is { } c) c.Value.Online = false; }

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (tasks.GetOrCreate(p) is not { } t) return -12;
        t.Value = default(TaskCtx) with { State = p.NrCpusAllowed == 1 ? TaskState.Pinned : TaskState.None, AvgRunTime = SliceMin };
        return 0;
    }

    void Collect()
    {
        Summary all = default;
        for (int cpu = 0; cpu < MaxCpus && cpu < nrCpus; cpu++)
        {
            if (cpuCtxs.Find(cpu) is not { } c) continue;
            all += c.Value;
            c.Value.LatCriSum = c.Value.NrSched = 0;
            c.Value.MaxLatCri = 0;
        }
        sys.AvgLatCri = Ewma(sys.AvgLatCri, all.LatCri / Math.Max(all.Sched, 1));
        sys.LastUpdate = Now();
        if (history.Find((uint)(sys.LastUpdate >> 24) & 127) is { } h) h.Value = all.MaxLatCri;
    }

    public override int Init()
    {
        for (uint i = 0; i < MaxDomains; i++)
        {
            if (i >= nrDomains) break;
            int error = CreateDsq(i);
            if (error != 0) return error;
            if (domains.Find(i) is not { } d) return -3;
            d.Value.Id = i;
            d.Value.Valid = true;
            using var old = d.Value.Cpus.Exchange(CreateCpumask());
        }
        for (int cpu = 0; cpu < MaxCpus && cpu < nrCpus; cpu++)
            if (cpuCtxs.Find(cpu) is { } c) c.Value.Online = true;
        if (timers.Find(0) is not { } timer) return -2;
        int err = timer.Value.Timer.Init(timers, OnTimer);
        return err != 0 ? err : timer.Value.Timer.Start(10_000_000);
    }

    void OnTimer(in uint key, ref Tick tick)
    {
        Collect();
        tick.Timer.Start(10_000_000);
    }
}
