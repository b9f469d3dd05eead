public struct Meter
{
    int value;

    public int Value { readonly get => value; set => this.value = value; }

    public int this[int by] { readonly get => value + by; set => this.value = value - by; }

    public static Meter operator +(Meter a, int b) => new() { value = a.value + b };

    public static Meter operator ++(Meter a) => a + 1;

    public void operator -=(int by) => value -= by * 2;

    public void operator --() => value -= 5;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public int count, order;
    public Meter meter;

    public int Plain { get; set; }

    int Counted { get => count; set => count = value + 1; }

    int this[int index] { get => index + count; set => count = value ^ index; }

    Meter Whole { get => meter; set => meter = value; }

    [SyscallProgram]
    public void Changed(ref Inputs io)
    {
        Plain++;
        Plain += Counted-- + --Counted;
        this[Next(io.E)] += Next(3);
        this[2]++;
        io.R0 = (ulong)(Counted += this[io.G]--);
        Meter own = default;
        own.Value += io.C;
        own.Value <<= io.H;
        own[3] -= io.J ? 1 : 2;
        own -= io.G;
        own--;
        Whole += io.E;
        io.R1 = (ulong)(Whole++.Value + (Whole += 2).Value);
        io.R2 = (ulong)own.Value;
    }

    [SyscallProgram]
    public void Ordered(ref Inputs io)
    {
        io.R0 = (ulong)Three(c: Next(io.E), a: Next(2), b: Next(3));
        io.R1 = (ulong)Three(b: Next(1));
    }

    int Next(int by) => order = order * 3 + by;

    int Three(int a = 5, int b = 6, int c = 7) => a * 100 + b * 10 + c;
}
