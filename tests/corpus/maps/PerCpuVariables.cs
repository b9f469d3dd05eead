using System.Runtime.CompilerServices;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(4)]
    struct Levels
    {
        ulong first;
    }

    struct Counters
    {
        public ulong Local, Shared;
        public Levels ByLevel;
    }

    [Stat] readonly PerCpu<ulong> hits = new();
    [Stat("Where tasks went")] readonly PerCpu<Where> where = new();
    readonly PerCpu<Counters> counters = new();
    readonly PerCpu<(int Pid, bool Seen)> last = new();
    readonly ArrayOfMaps<PerCpu<ulong>> each = new(4, () => new());
    ulong total;

    struct Where
    {
        public ulong Here, There;
    }

    PerCpu<ulong> Automatic { get; } = new();

    public override void Running(TaskStruct p)
    {
        hits.Value++;
        Automatic.Value += hits.Value;
        where.Value.Here++;
        counters.Value.ByLevel[p.Pid & 3] += 2;
        ref Counters mine = ref counters.Value;
        mine.Shared = mine.Local < 5 ? mine.Local : 0;
        Count(ref mine.ByLevel[1]);
        Count(ref hits.Value);
        Add(hits);
        counters.Value = mine with { Local = 3 };
        last.Value = (p.Pid, true);
        if (last.Value is (> 1, true) and var (pid, _))
            total += (ulong)pid;
        if (each.Find((uint)p.Pid & 3) is { } one)
            one.Value++;
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        total = 0;
        for (int other = 0; other < 8; other++)
        {
            if (counters.Find(other) is { } there)
                total += there.Value.Local;
        }
        Span<ulong> levels = counters.Value.ByLevel;
        foreach (ref ulong level in levels)
            level = 0;
    }

    static void Count(ref ulong counter) => counter++;

    static void Add(PerCpu<ulong> counter) => counter.Value++;
}
