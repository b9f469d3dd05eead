using System.Buffers.Binary;
using System.Numerics;
using System.Threading;

[Flags]
public enum Flags : short
{
    One = 1,
    Two = 2,
    High = 0x4000,
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public int count;
    public uint word;
    public ulong flags;
    public long total;

    [SyscallProgram]
    public void Bits(ref Inputs io)
    {
        io.R0 = (ulong)(BitOperations.PopCount(io.B) + 100 * BitOperations.LeadingZeroCount(io.D) + 10_000 * BitOperations.TrailingZeroCount(io.C));
        io.R1 = (ulong)(BitOperations.Log2(io.B) + 100 * BitOperations.LeadingZeroCount(io.B) + 10_000 * BitOperations.TrailingZeroCount(io.A));
        io.R2 = BitOperations.RotateLeft(io.B, io.C) ^ BitOperations.RotateRight(io.D, io.G) ^ BitOperations.RoundUpToPowerOf2(io.D);
        io.R3 = (ulong)((BitOperations.IsPow2(io.C) ? 1 : 0) | (BitOperations.IsPow2(io.B) ? 2 : 0)) + BinaryPrimitives.ReverseEndianness(io.B);
    }

    [SyscallProgram]
    public void Members(ref Inputs io)
    {
        short low = short.Min(io.E, 5), high = short.Max(io.E, io.G);
        io.R0 = (ulong)(low + high * 3 + Math.Sign(io.A) * 5 + int.Sign(io.C) * 7 + io.C.CompareTo(io.E) + io.H.CompareTo((byte)9) + io.E.CompareTo(io.G));
        io.R1 = (ulong)(long.Clamp(io.A, -100, 100) + Math.Clamp(io.D, 5u, 9u) + (io.C.Equals(io.E) ? 1 : 2) + (int.IsOddInteger(io.C) ? 4 : 0) + (long.IsNegative(io.A) ? 8 : 0));
        io.R2 = Math.BigMul(io.B, (ulong)io.A, out ulong bottom) ^ bottom;
        io.R3 = (ulong)Math.BigMul(io.C, io.E) + (ulong)(io.G == 0 ? 0 : Math.DivRem(io.C >> 1, (int)io.G).Remainder);
    }

    [SyscallProgram]
    public void Enums(ref Inputs io)
    {
        Flags flags = (Flags)io.E;
        io.R0 = (ulong)((flags.HasFlag(Flags.One | Flags.Two) ? 1 : 0) | ((flags & Flags.High) != 0 ? 2 : 0) | (flags > Flags.Two ? 4 : 0) | (flags == (Flags)3 ? 8 : 0));
        flags |= Flags.High;
        flags ^= Flags.One;
        flags &= ~Flags.Two;
        flags++;
        io.R1 = (ulong)(short)flags;
        io.R2 = (ulong)(flags - Flags.One) + (ulong)(int)(flags + 1);
        char letter = (char)(io.I + 1);
        letter++;
        nint native = (nint)io.A;
        nuint unsigned = (nuint)io.B;
        io.R3 = letter + (ulong)(native >> 3) + (unsigned >> 5) + (ulong)(io.G >>> 1) + (ulong)(io.E >>> io.H);
    }

    [SyscallProgram]
    public void Atomics(ref Inputs io)
    {
        io.R0 = (ulong)(Interlocked.Increment(ref count) * 3L + Interlocked.Add(ref total, io.A));
        io.R1 = Interlocked.Or(ref flags, io.B) ^ Interlocked.And(ref flags, 0xFFFF_0000_FFFFul) ^ Interlocked.Exchange(ref word, io.D);
        io.R2 = (ulong)(Interlocked.CompareExchange(ref count, io.C, io.E & 3) + Interlocked.Decrement(ref total));
        Interlocked.Add(ref word, 5u);
        Relaxed.Add(ref flags, (ulong)io.A ^ io.B);
        Relaxed.Decrement(ref word);
        Relaxed.Increment(ref count);
        Relaxed.Add(ref total, -count);
        io.R3 = Interlocked.Read(ref flags) + word * 3ul + (ulong)total;
    }
}
