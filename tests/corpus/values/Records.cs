// Records and other structs with members that C# makes: equality, copies, positional members, initial values.
[SchedExtOps("records")]
public sealed class Records : Scheduler
{
    ulong sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Share share = new(p.Pid, 5);
        Share changed = share with { Pid = p.Pid > 3 ? 1 : 2 };
        var (pid, weight) = changed;
        sum += (ulong)(pid + weight + share.Slices + share.Total());
        if (share == changed || share != new Share(1, 2) || share.Equals(changed))
            sum++;
        Window window = new(3, share, (4, 5));
        if (window == window with { Edges = (4, 6) })
            sum += (ulong)window.Edges.To;
        Half half = new(7) { Rest = 2 };
        sum += (ulong)(half.First + half.Rest);
        Pair<int> pair = new(1, 2);
        sum += pair.Equals(pair with { A = 2 }) ? 1ul : 2;
    }

    record struct Share(int Pid, int Weight)
    {
        public int Slices { get; init; } = 3;

        public readonly int Total() => Pid * Weight;
    }

    readonly record struct Window(int Start, Share Owner, (int From, int To) Edges);

    record struct Half(byte First)
    {
        public byte Rest;

        public Half(int both) : this((byte)both) => Rest = (byte)(both >> 8);
    }

    record struct Pair<T>(T A, T B) where T : unmanaged;
}
