// A whole scheduler: tasks sorted into layers by what matches them, with CPUs, virtual time and preemption for each.
using System.Threading;
using System.Numerics;
using System.Runtime.CompilerServices;

public enum MatchKind { CgroupPrefix, CommPrefix, NiceAbove, NiceBelow, UserId, Tgid, IsKthread }
public enum LayerKind { Open, Grouped, Confined }

[SchedExtOps("t", Flags = OpsFlags.EnqExiting)]
public sealed class Layers : Scheduler
{
    const int MaxLayers = 16, MaxOrs = 8, MaxMatches = 4, MaxCpus = 512, MaxPath = 64;
    const ulong FallbackDsq = 1 << 20;

    [InlineArray(16)] public struct Prefix { byte first; [System.Diagnostics.CodeAnalysis.UnscopedRef] public readonly ReadOnlySpan<byte> Text => this; }
    [InlineArray(MaxMatches)] public struct Matches { Match first; }
    [InlineArray(MaxOrs)] public struct Ors { MatchAnds first; }
    [InlineArray(MaxLayers)] public struct AllLayers { Layer first; }
    [InlineArray(MaxCpus / 64)] public struct CpuBits { ulong first; }

    public struct Match { public MatchKind Kind; public int Value; public Prefix Text; }
    public struct MatchAnds { public Matches All; public int Count; }

    public struct Layer
    {
        public LayerKind Kind;
        public int Id;
        public uint Weight, SliceUs;
        public bool Preempt, Exclusive;
        public int OrCount;
        public Ors Any;
        public ulong Vtime, NrTasks, LoadSum;
        public CpuBits Cpus;
        public uint NrCpus;
    }

    public record struct Usage(ulong Ns, ulong Events)
    {
        public void Add(ulong ns) => this = this with { Ns = Ns + ns, Events = Events + 1 };
    }

    [InlineArray(MaxLayers)] public struct Usages { Usage first; }

    public struct CpuCtx { public Usages Usage; public int LayerId; public ulong StartedAt; public bool Current; }

    public struct TaskCtx
    {
        public int Pid, Layer;
        public bool Refresh;
        public ulong RunnableAt, RunningAt, AvgRuntime;
    }

    [Tunable("How many layers there are")] readonly uint nrLayers = 1;
    [Tunable("Slice, in ns")] readonly ulong sliceNs = 20_000_000;

    AllLayers layers;
    readonly TaskStorage<TaskCtx> tasks = new();
    readonly PerCpu<CpuCtx> cpus = new();
    readonly CgroupStorage<Prefix> paths = new();
    [Stat("Tasks that no layer takes")] ulong unmatched;
    [Stat("Kicks")] ulong kicks;

    static bool HasPrefix(TaskStruct p, ReadOnlySpan<byte> prefix)
    {
        p.Comm.CopyTo(out Prefix comm);
        ReadOnlySpan<byte> text = comm;
        for (int i = 0; i < 16; i++)
        {
            if (prefix[i] == 0) return true;
            if (text[i] != prefix[i]) return false;
        }
        return true;
    }

    bool MatchOne(ref Match match, TaskStruct p) => match.Kind switch
    {
        MatchKind.CommPrefix => HasPrefix(p, match.Text.Text),
        MatchKind.NiceAbove => p.StaticPrio - 120 > match.Value,
        MatchKind.NiceBelow => p.StaticPrio - 120 < match.Value,
        MatchKind.Tgid => p.Tgid == match.Value,
        MatchKind.IsKthread => (p.Flags & TaskFlags.KernelThread) != 0,
        _ => false,
    };

    bool MatchLayer(ref Layer layer, TaskStruct p)
    {
        for (int or = 0; or < MaxOrs; or++)
        {
            if (or >= layer.OrCount) break;
            ref MatchAnds ands = ref layer.Any[or];
            bool matched = true;
            for (int and = 0; and < MaxMatches; and++)
            {
                if (and >= ands.Count) break;
                if (!MatchOne(ref ands.All[and], p)) { matched = false; break; }
            }
            if (matched) return true;
        }
        return false;
    }

    ref Layer LayerOf(int id) => ref layers[id & (MaxLayers - 1)];

    void Refresh(TaskStruct p, ref TaskCtx t)
    {
        if (!t.Refresh) return;
        t.Refresh = false;
        if (t.Layer >= 0 && t.Layer < MaxLayers)
            layers[t.Layer].NrTasks--;
        t.Layer = -1;
        for (int id = 0; id < MaxLayers && id < nrLayers; id++)
        {
            if (!MatchLayer(ref layers[id], p)) continue;
            t.Layer = id;
            layers[id].NrTasks++;
            break;
        }
        if (t.Layer < 0) unmatched++;
    }

    int PickIdle(TaskStruct p, int prevCpu, ref Layer layer)
    {
        if (layer.Kind == LayerKind.Open)
            return IdleCpu.Claim(p, prevCpu);
        for (int word = 0; word < MaxCpus / 64; word++)
        {
            ulong bits = layer.Cpus[word];
            while (bits != 0)
            {
                int cpu = word * 64 + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
                if (p.CpusPtr.Test(cpu) && TestAndClearCpuIdle(cpu)) return cpu;
            }
        }
        return -1;
    }

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        if (tasks.Find(p) is not { } t) return prevCpu;
        Refresh(p, ref t.Value);
        if (t.Value.Layer is < 0 or >= MaxLayers) return prevCpu;
        int cpu = PickIdle(p, prevCpu, ref layers[t.Value.Layer]);
        if (cpu < 0) return prevCpu;
        DsqInsert(p, Dsq.Local, sliceNs);
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (tasks.Find(p) is not { } t || t.Value.Layer is < 0 or >= MaxLayers)
        {
            DsqInsert(p, FallbackDsq, sliceNs, enqFlags);
            return;
        }
        ref Layer layer = ref LayerOf(t.Value.Layer);
        ulong vtime = p.Scx.DsqVtime, floor = layer.Vtime - sliceNs;
        if ((long)(vtime - floor) < 0) vtime = floor;
        DsqInsertVtime(p, (ulong)layer.Id, sliceNs, vtime, enqFlags);
        if (layer.Preempt)
        {
            int cpu = TaskCpu(p);
            if (cpus.Find(cpu) is { } ctx && ctx.Value.LayerId != layer.Id)
            {
                KickCpu(cpu, KickFlags.Preempt);
                kicks++;
            }
        }
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (int id = 0; id < MaxLayers && id < nrLayers; id++)
        {
            ref Layer layer = ref layers[id];
            bool mine = layer.Kind == LayerKind.Open || (layer.Cpus[(cpu >> 6) & 7] >> (cpu & 63) & 1) != 0;
            if (mine && DsqMoveToLocal((ulong)id)) return;
        }
        DsqMoveToLocal(FallbackDsq);
    }

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is not { } t || t.Value.Layer < 0) return;
        ref Layer layer = ref LayerOf(t.Value.Layer);
        if ((long)(p.Scx.DsqVtime - layer.Vtime) > 0) layer.Vtime = p.Scx.DsqVtime;
        ref CpuCtx ctx = ref cpus.Value;
        (ctx.LayerId, ctx.StartedAt, ctx.Current) = (layer.Id, Now(), true);
        t.Value.RunningAt = ctx.StartedAt;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (tasks.Find(p) is not { } t || t.Value.Layer < 0) return;
        ulong used = Now() - t.Value.RunningAt;
        t.Value.AvgRuntime = (t.Value.AvgRuntime * 7 + used) / 8;
        ref CpuCtx ctx = ref cpus.Value;
        ctx.Usage[t.Value.Layer & 15].Add(used);
        ctx.Current = false;
        p.Scx.DsqVtime += used * 100 / Math.Max(p.Scx.Weight, 1);
    }

    public override void SetWeight(TaskStruct p, uint weight)
    {
        if (tasks.Find(p) is { } t) t.Value.Refresh = true;
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (tasks.GetOrCreate(p) is not { } t) return -12;
        t.Value = new TaskCtx { Pid = p.Pid, Layer = -1, Refresh = true };
        return 0;
    }

    public override void ExitTask(TaskStruct p, ExitTaskArgs args)
    {
        if (tasks.Find(p) is { } t && t.Value.Layer is >= 0 and < MaxLayers)
            Interlocked.Decrement(ref layers[t.Value.Layer].NrTasks);
    }

    public override void Dump(DumpCtx ctx)
    {
        for (int id = 0; id < MaxLayers && id < nrLayers; id++)
        {
            ref readonly Layer layer = ref layers[id];
            DumpPrint($"LAYER[{id}] nr_cpus={layer.NrCpus} tasks={layer.NrTasks} vtime={layer.Vtime:x}");
        }
    }

    public override int Init()
    {
        int error = CreateDsq(FallbackDsq);
        if (error != 0) return error;
        for (int id = 0; id < MaxLayers; id++)
        {
            layers[id].Id = id;
            error = CreateDsq((ulong)id);
            if (error != 0) return error;
        }
        return 0;
    }
}
