public interface IMeasure<TSelf> where TSelf : struct, IMeasure<TSelf>
{
    static abstract TSelf FromRaw(ulong raw);

    static virtual TSelf Max(TSelf a, TSelf b) => a.Raw >= b.Raw ? a : b;

    ulong Raw { get; }

    ulong Tripled => Raw + Doubled();

    ulong Doubled() => Raw * 2;
}

public readonly struct Nanos(ulong value) : IMeasure<Nanos>
{
    public static Nanos FromRaw(ulong raw) => new(raw);

    public ulong Raw => value;
}

public readonly record struct Pages(uint Count) : IMeasure<Pages>
{
    public static Pages FromRaw(ulong raw) => new((uint)raw);

    public ulong Raw => Count;

    public ulong Doubled() => Count * 5UL;

    static Pages IMeasure<Pages>.Max(Pages a, Pages b) => a.Count < b.Count ? a : b;
}

public interface IAdder
{
    int N { get; set; }

    int Total { get => N + 1; set => N = value * 2; }

    int Add(int k);

    // Of a box: the struct that it is called on keeps its value.
    int AddTwice(int k)
    {
        Add(k);
        int Again(int x) => Add(x) + N;
        return Again(k) + Twice();
    }

    private int Twice() => N * 2;
}

public interface IWiderAdder : IAdder
{
    int AddMore(int k) => AddTwice(k) + Total;
}

public struct Adder : IAdder
{
    public int N { get; set; }

    public int Add(int k) => N += k;
}

public struct Counter : IWiderAdder
{
    public int N { get; set; }

    public int Add(int k) => N = N * 3 + k;

    public int Total { readonly get => N; set => N = value; }
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    static ulong Measured<T>(ulong raw) where T : struct, IMeasure<T>
    {
        T one = T.FromRaw(raw);
        T larger = T.Max(one, T.FromRaw(raw ^ 0xFF));
        return one.Doubled() * 7 + larger.Tripled;
    }

    [SyscallProgram]
    public void LeftToTheInterface(ref Inputs io)
    {
        io.R0 = Measured<Nanos>(io.B);
        io.R1 = Measured<Pages>(io.D);
    }

    static int Added<T>(ref T adder, int k) where T : IAdder
    {
        adder.Total = 3;
        return adder.AddTwice(k) * 10 + adder.Add(1) + adder.Total;
    }

    [SyscallProgram]
    public void OnABox(ref Inputs io)
    {
        var adder = new Adder { N = io.C };
        io.R0 = (ulong)Added(ref adder, io.E);
        io.R1 = (ulong)adder.N;
        var counter = new Counter { N = io.C };
        io.R2 = (ulong)Added(ref counter, io.G);
        io.R3 = (ulong)(More(counter, io.H) * 31 + counter.N);
    }

    static int More<T>(T adder, int k) where T : IWiderAdder => adder.AddMore(k) + adder.N;
}
