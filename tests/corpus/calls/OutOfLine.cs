/// <summary>Methods that are functions of their own, and global ones that the verifier walks through once.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Load
    {
        public ulong Sum;
        public int Count;

        [NoInline]
        public void Add(ulong load) => (Sum, Count) = (Sum + load, Count + 1);
    }

    Load all;
    ulong last;

    [Global]
    ulong Deadline(TaskStruct p, ulong now, ref Load load)
    {
        load.Count++;
        for (int i = 0; i < 8; i++)
            now += p.Scx.Slice >> i;
        return now + p.Scx.DsqVtime * 100 / p.Scx.Weight;
    }

    [Global]
    static void Reset(out Load load) => load = default;

    [Global]
    static bool IsHeavy(TaskStruct? p) => p is not null && p.Scx.Weight > 100;

    [NoInline]
    static (int Low, int High) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    public override void Running(TaskStruct p)
    {
        all.Add(p.Scx.Slice);
        var mine = all;
        last = Deadline(p, last, ref mine) + Deadline(p, last + 1, ref all);
        if (IsHeavy(p))
            Reset(out all);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        var (low, high) = Ordered(cpu, all.Count);
        all.Count = high - low + (IsHeavy(prev) ? 1 : 0);
    }
}
