/// <summary>Tables and initial values that are computed from constants, as .NET computes them when it starts.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly record struct Share(uint Percent)
    {
        public static implicit operator Share(uint percent) => new(percent);

        public ulong Of(ulong slice) => slice * Percent / 100;
    }

    struct Level
    {
        public Level(ulong slice) => (Slice, IsShort) = (slice, slice < 5_000_000);

        public ulong Slice;
        public bool IsShort;
        public byte Kicks = 3;
    }

    const ulong Dsq = 1;

    static readonly ulong[] slices = Slices(40);
    static readonly ulong shortest = slices[39], first = Math.Max(slices[0], 1000);
    static readonly Share[] shares = [50, 30, 20];
    static readonly Level[] levels = [new(Slice(1)), new(Slice(30)) { Kicks = 1 }];

    readonly ulong slice = Slice(10);
    Share share = 40;

    static ulong[] Slices(int count)
    {
        var slices = new ulong[count];
        for (int i = 0; i < count; i++)
            slices[i] = Slice(i);
        return slices;
    }

    static ulong Slice(int level) => level == 0 ? 20_000_000UL : Slice(level - 1) * 9 / 10;

    public override int Init() => CreateDsq(Dsq);

    public override void Enqueue(TaskStruct p, EnqFlags flags)
    {
        var level = levels[p.Pid & 1];
        ulong time = slices[(int)(p.Scx.Weight % 40)] + shares[p.Pid & 1].Of(slice) + share.Of(first) + (level.IsShort ? shortest : level.Slice) + level.Kicks;
        DsqInsert(p, Dsq, time, flags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Dsq);
}
