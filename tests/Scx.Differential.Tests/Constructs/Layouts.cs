using System.Runtime.InteropServices;

[StructLayout(LayoutKind.Explicit)]
public struct Word
{
    [FieldOffset(0)]
    public ulong Whole;

    [FieldOffset(0)]
    public int Low;

    [FieldOffset(4)]
    public short High;

    [FieldOffset(6)]
    public byte Top;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Packed
{
    public byte Kind;
    public long Total;
    public short Rest;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public Word word;
    public Packed packed;
    public (byte, long, (byte, byte), short?) tuple;

    [SyscallProgram]
    public void Overlapping(ref Inputs io)
    {
        word.Whole = io.B;
        word.High = io.E;
        Word own = word;
        own.Low += io.C;
        own.Top = io.H;
        io.R0 = own.Whole;
        word = own;
    }

    [SyscallProgram]
    public void WithoutGaps(ref Inputs io)
    {
        packed.Total += io.A;
        packed.Kind ^= io.H;
        Packed own = packed with { Rest = io.E };
        io.R0 = (ulong)own.Total + own.Kind;
        packed = own;
        tuple = (io.H, io.A, ((byte)io.G, io.H), io.J ? io.E : null);
        tuple.Item3.Item1++;
    }
}
