public readonly struct Named(int pid, long weight)
{
    public void Deconstruct(out int p, out long w) => (p, w) = (pid, weight);
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public (int Low, long High) range;
    public int count;

    int Property { get => count; set => count = value * 3; }

    int this[int index] { get => index + count; set => count += value - index; }

    [SyscallProgram]
    public void Swapped(ref Inputs io)
    {
        (int a, int b, long c) = (io.C, io.E, io.A);
        (a, b) = (b, a);
        (c, (a, b)) = (a, (b, (int)c));
        (range.Low, range.High) = (range.Low + a, range.Low);
        range = (b, range.High);
        io.R0 = (ulong)(a * 31L + b * 7L + c);
        (count, Property, this[Next(io.G)]) = (Next(1), Next(2), Next(io.C));
        io.R1 = (ulong)(range.High + range.Low);
    }

    [SyscallProgram]
    public void Compared(ref Inputs io)
    {
        var pair = (io.C, io.A);
        io.R0 = (ulong)((pair == (io.E, io.G) ? 1 : 0) | ((io.C, io.A) == pair ? 2 : 0) | (pair != (io.C, (short)io.A) ? 4 : 0));
        io.R1 = (ulong)(((io.C, (io.H, io.J)) == (io.C, (io.H, true)) ? 1 : 0) | (pair.Equals((io.C, 3L)) ? 2 : 0));
        int? maybe = io.J ? io.C : null;
        io.R2 = (ulong)(((maybe, io.H) == (io.C, io.H) ? 1 : 0) | ((maybe, 1) == (null, 1) ? 2 : 0) | ((io.G, io.D) == (io.D, io.G) ? 4 : 0));
    }

    [SyscallProgram]
    public void TakenApart(ref Inputs io)
    {
        (long wide, var (pid, _)) = (io.C, new Named(io.C, io.A));
        var (p, w) = new Named(io.E, io.G);
        (byte, short) narrow = (io.H, io.E);
        (long First, long Second) widened = narrow;
        var many = (1, io.C, 3, 4, io.E, 6, 7, io.G, 9L, io.A);
        many.Item9 += many.Item2;
        io.R0 = (ulong)(wide + pid + p * w + widened.First * widened.Second);
        io.R1 = (ulong)(many.Item8 + many.Item9 + many.Item10);
        var (cpu, (idle, left)) = Pick(io.C);
        io.R2 = (ulong)(cpu + (idle ? 1 : left));
    }

    (int Cpu, (bool IsIdle, long Left)) Pick(int a) => (a & 3, (a > 0, a));

    int Next(int by) => count = count * 5 + by;
}
