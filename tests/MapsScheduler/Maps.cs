using System.Runtime.CompilerServices;

namespace Scx.Maps.Tests;

/// <summary>How a walk through the kinds of map went; shown by name in scx-run.</summary>
public enum Thoroughness
{
    /// <summary>Each kind once.</summary>
    Once,

    /// <summary>Each kind twice.</summary>
    Twice,
}

/// <summary>
/// Uses each kind of map and leaves a number for each, the same under .NET and in the kernel: Init has each kind to itself, callbacks of tasks and
/// cgroups use what is kept with those.
/// </summary>
[SchedExtOps("maps")]
public sealed partial class Maps : Scheduler
{
    /// <summary>A key of the trie.</summary>
    public struct Address
    {
        /// <summary>Bits that count.</summary>
        public uint Bits;

        /// <summary>The address, first bit first.</summary>
        public uint Value;
    }

    /// <summary>What is kept for each task.</summary>
    public struct TaskContext
    {
        /// <summary>How often it ran.</summary>
        public ulong Runs;

        /// <summary>Its id.</summary>
        public int Pid;
    }

    /// <summary>What is kept for each CPU, as an array too.</summary>
    [InlineArray(2)]
    public struct Parts
    {
        ulong first;
    }

    /// <summary>What is counted for each CPU.</summary>
    public struct Counters
    {
        /// <summary>How often a task began to run.</summary>
        public ulong Runs;

        /// <summary>The same, of tasks with even and with odd ids.</summary>
        public Parts ByPid;
    }

    /// <summary>What is kept in the arena.</summary>
    public struct Node
    {
        /// <summary>The node made before.</summary>
        public ArenaPointer<Node> Next;

        /// <summary>Its number.</summary>
        public long Number;
    }

    [Tunable("How often each kind is used")]
    readonly Thoroughness thoroughness = Thoroughness.Once;

    readonly TaskStorage<TaskContext> tasks = new();
    readonly CgroupStorage<ulong> groups = new();
    readonly HashMap<int, long> sparse = new(1_000_000, HashMapFlags.NoPreallocation);
    readonly LruHashMap<int, long> recent = new(128);
    readonly PerCpuLruHashMap<int, long> recentHere = new(128);
    readonly LpmTrie<Address, long> routes = new(8);
    readonly BloomFilter<int> filter = new(100, hashFunctions: 3);
    readonly RingBuffer<TaskContext> events = new(4096);
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(16));
    readonly HashOfMaps<int, ArrayMap<long>> filled = new(4, () => new(2));
    readonly CpuArray<ulong> perCpu = new();
    readonly ResizableArray<TaskContext> table = new(2);

    [Stat] readonly PerCpu<ulong> runsHere = new();
    readonly PerCpu<Counters> counters = new();

    readonly Arena arena = new(64);

    // The newest of a list of nodes.
    ArenaPointer<Node> list;

    // Initialised: .data.
    long offset = 1000;

    [Stat] long lru, prefixes, maybe, ring, levelSum, stored, arrays, inner, cpus, variables;

    [Stat] ulong taskRuns, taskValues, groupValues;

    /// <inheritdoc/>
    public override int Init()
    {
        Tables();
        Prefixes();
        Filter();
        Levels();
        Arrays();
        Variables();
        ring = events.Output(new TaskContext());
        offset++;
        return 0;
    }

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        // Takes pages and so may sleep, where the kernel does not let programs use tries and filters.
        if (list.IsNull && !List())
            return -12;
        var context = tasks.GetOrCreate(p);
        if (context is null)
            return -12;
        context.Value.Pid = p.Pid;
        taskValues++;
        return 0;
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is { } context && context.Value.Pid == p.Pid)
        {
            context.Value.Runs++;
            taskRuns++;
        }
        perCpu[TaskCpu(p)]++;
        runsHere.Value++;
        ref Counters mine = ref counters.Value;
        mine.Runs++;
        mine.ByPid[p.Pid & 1]++;
        list.Value.Next.Value.Number++;
        if (filled.Find(7) is { } map)
            inner = map[1] + 1;
    }

    /// <inheritdoc/>
    public override void ExitTask(TaskStruct p, ExitTaskArgs args) => tasks.Delete(p);

    /// <inheritdoc/>
    public override int CgroupInit(Cgroup cgrp, CgroupInitArgs args)
    {
        var group = groups.GetOrCreate(cgrp, 5UL);
        if (group is null)
            return -12;
        groupValues += group.Value;
        return groups.Delete(cgrp) == 0 && groups.Find(cgrp) is null ? 0 : -22;
    }

    static long ValueOf(Ref<long>? found) => found is null ? -1 : found.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Tables()
    {
        for (int i = 0; i < 10; i++)
        {
            recent.Update(i, i);
            recentHere.Update(i, i);
            sparse.Update(i, i, MapUpdateFlags.NoExist);
        }
        if (recent.TryGet(3, out var value))
            value.Value += 39;
        lru = ValueOf(recent.Find(3)) + ValueOf(recentHere.Find(9)) + recent.Delete(99) + recent.Update(3, 0, MapUpdateFlags.NoExist)
            + ValueOf(sparse.Find(5));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Prefixes()
    {
        Address key = default;
        routes.Update(key, 1);
        key.Bits = 8;
        key.Value = 10;
        routes.Update(key, 20);
        key.Bits = 32;
        key.Value = 0x0102030a;
        prefixes = ValueOf(routes.Find(key));
        key.Value = 11;
        prefixes += ValueOf(routes.Find(key));
        key.Bits = 33;
        prefixes += routes.Update(key, 3);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Filter()
    {
        maybe = filter.Add(5);
        maybe += (filter.MayContain(5) ? 2 : 0) + (filter.MayContain(6) ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Levels()
    {
        for (uint i = 0; i < 6; i++)
        {
            if (levels.Find(i) is { } level)
                level.Push((int)i + 1);
        }
        for (uint i = 0; i < 5; i++)
        {
            if (levels.Find(i) is { } level && level.TryPop(out int value))
                levelSum = levelSum * 10 + value;
        }
    }

    bool List()
    {
        var nodes = arena.AllocatePages<Node>(2);
        if (nodes.IsNull)
            return false;
        for (int i = 0; i < 3; i++)
        {
            nodes[i].Next = list;
            nodes[i].Number = i;
            list = nodes.Element(i);
        }
        bool marked = Interlocked.Or(ref list.Value.Number, 8) == 2 && Interlocked.And(ref list.Value.Number, ~8) == 10;
        return marked && list.Value.Number == 2 && list != nodes && list.Value.Next.Value.Next == nodes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Arrays()
    {
        for (int i = 0; i < table.Length; i++)
            table[i].Runs = (ulong)i + 1;
        arrays = table.Length;
        cpus = perCpu.Length;
        stored = offset + (long)thoroughness;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Variables()
    {
        // No task has run yet: what is here is what is put here.
        counters.Value.ByPid[1] += 40;
        Add(ref counters.Value.ByPid[1]);
        ulong sum = 0;
        for (int cpu = 0; cpu < 2; cpu++)
        {
            if (counters.Find(cpu) is { } found)
                sum += found.Value.ByPid[1] * (found.Value.Runs + 1);
        }
        variables = counters.Find(-1) is null && counters.Find(1 << 20) is null ? (long)sum : -1;
        counters.Value = default;
    }

    static void Add(ref ulong number) => number += 2;
}
