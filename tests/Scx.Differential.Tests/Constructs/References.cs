using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

public struct Halves
{
    public int Low, High;
}

public struct Cell
{
    public int Level;
    public ulong Total;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public Cell low, high;
    public int count;
    public bool flag;

    ref struct View
    {
        public ref int Level;

        public ref int At => ref Level;
    }

    ref Cell Pick(bool upper) => ref (upper ? ref high : ref low);

    ref bool Flag => ref flag;

    static ref readonly ulong TotalOf(in Cell cell) => ref cell.Total;

    static ref T Same<T>(ref T value) => ref value;

    static int Taken(Cell cell) => cell.Level++;

    [SyscallProgram]
    public void Returned(ref Inputs io)
    {
        Pick(io.J).Level += io.C;
        Pick(!io.J).Total = (ulong)io.D;
        Cell copy = Pick(io.J);
        copy.Level++;
        io.R0 = (ulong)(Pick(io.J).Level + Taken(Pick(io.J)) + copy.Level);
        io.R0 += TotalOf(in low) * 31 + TotalOf(in high);
        ulong total = TotalOf(Pick(io.J)) + 1;
        total += TotalOf(Pick(!io.J));
        total -= (uint)TotalOf(in high);
        io.R1 = total;
    }

    [SyscallProgram]
    public void Generic(ref Inputs io)
    {
        count = io.C;
        Same(ref count)++;
        long sum = Same(ref count);
        sum += -Same(ref count) * 3L;
        if (Same(ref count) is > 3 and < 100 || Same(ref count) == io.E)
            sum++;
        var (one, cell) = (Same(ref count), Same(ref low));
        io.R0 = (ulong)(sum + one + cell.Level);
        Flag = !Flag;
        Same(ref low) = Same(ref high);
        io.R1 = Flag ? low.Total : (ulong)(byte)Same(ref count);
    }

    [SyscallProgram]
    public void Chosen(ref Inputs io)
    {
        ref int chosen = ref io.J ? ref low.Level : ref high.Level;
        chosen = io.C;
        ref int other = ref chosen;
        other += 2;
        other = ref count;
        other = chosen;
        (io.J ? ref low : ref high).Total += (ulong)count;
        var view = new View { Level = ref (io.J ? ref low.Level : ref count) };
        view.At += io.E;
        if (view is { At: > 100, Level: var level })
            count ^= level;
        io.R0 = low.Total + high.Total;
        io.R1 = (ulong)(low.Level * 31 + high.Level);
    }

    [SyscallProgram]
    public void Reinterpreted(ref Inputs io)
    {
        uint number = io.D;
        Unsafe.As<uint, int>(ref number) += io.C;
        io.R0 = Unsafe.BitCast<Halves, ulong>(new Halves { Low = io.C, High = io.E }) + number;
        var halves = Unsafe.BitCast<long, Halves>(io.A);
        io.R1 = (ulong)(Unsafe.BitCast<int, uint>(halves.High) + (long)halves.Low);
        Span<short> shorts = stackalloc short[4];
        shorts[1] = io.E;
        shorts[3] = (short)io.F;
        Span<byte> bytes = MemoryMarshal.AsBytes(shorts[1..]);
        bytes[0] ^= io.H;
        io.R2 = (ulong)(bytes[0] | bytes[1] << 8 | bytes[5] << 16 | bytes.Length << 24) + (ushort)shorts[1];
    }
}
