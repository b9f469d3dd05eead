public record struct Share(int Pid, long Weight)
{
    public int Slices { get; init; } = 3;

    public readonly long Total() => Pid * Weight + Slices;
}

public readonly record struct Window(byte Start, Share Owner, (int From, long To) Edges, int? Limit);

public record struct Half(byte First)
{
    public byte Rest;

    public Half(int both) : this((byte)both) => Rest = (byte)(both >> 8);
}

public struct Counter(int now, int step)
{
    public readonly int Now => now;
    public int Start = now + step;

    public int Limited { readonly get => field; set => field = value > 5 ? 5 : value; } = 7;

    public void Step() => now += step;
}

public struct Preset
{
    public int A = 4;
    public int B = Twice(2);

    public Preset() { }

    public Preset(int a) : this() => A = a;

    static int Twice(int a) => a * 2;
}

public struct Outer
{
    public Preset Inner;
    public Preset Kept;

    public int Property { get; set; }
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public Share field;
    public int calls;

    [SyscallProgram]
    public void Copies(ref Inputs io)
    {
        Share share = new(io.C, io.A);
        Share changed = share with { Pid = io.J ? io.E : io.G, Slices = io.H };
        field = changed with { };
        var (pid, weight) = field;
        io.R0 = (ulong)(pid + weight + share.Slices * 100 + changed.Total());
        io.R1 = (ulong)((share == changed ? 1 : 0) | (share != field ? 2 : 0) | (field.Equals(changed) ? 4 : 0));
    }

    [SyscallProgram]
    public void Nested(ref Inputs io)
    {
        Window window = new(io.H, new Share(io.C, 2), (io.E, io.A), io.J ? io.C : null);
        Window other = window with { Edges = (io.E, io.A + (io.H & 1)), Limit = window.Limit is null ? null : window.Limit + (io.H & 2) };
        io.R0 = (ulong)(window == other ? 1 : window.Edges == other.Edges ? 2 : window.Limit == other.Limit ? 3 : 4);
        io.R1 = (ulong)(other.Owner.Total() + other.Edges.To + (other.Limit ?? -1));
        Half half = new(io.C) { First = io.H };
        io.R2 = (ulong)(half.First * 1000 + half.Rest);
    }

    [SyscallProgram]
    public void Constructed(ref Inputs io)
    {
        Counter counter = new(io.C, io.E);
        Counter copy = counter;
        counter.Step();
        counter.Limited = io.G;
        io.R0 = (ulong)(counter.Now + copy.Now * 3L + counter.Start + counter.Limited + copy.Limited);
        Preset preset = new(), other = new(io.C), zero = default;
        io.R1 = (ulong)(preset.A + other.A + other.B + zero.A + Made<Preset>().B);
        var outer = new Outer { Inner = { A = io.C }, Kept = new() { B = io.J ? 1 : 2 }, Property = io.G };
        outer.Property += outer.Inner.A + outer.Inner.B + outer.Kept.A + outer.Kept.B;
        io.R2 = (ulong)outer.Property;
        Counter protectedOne = Protected(counter);
        io.R3 = (ulong)(protectedOne.Now + counter.Now);
    }

    static T Made<T>() where T : struct => new();

    // A readonly parameter is copied for each method that may change it.
    static Counter Protected(in Counter counter)
    {
        counter.Step();
        Counter own = counter;
        own.Step();
        return own;
    }
}
