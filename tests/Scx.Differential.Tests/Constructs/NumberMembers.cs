using System.Numerics;

public static class Generic
{
    public static long Bits<T>(T value, int by) where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        long sum = long.CreateTruncating(T.PopCount(value)) * 1000003;
        sum += long.CreateTruncating(T.TrailingZeroCount(value)) * 10007;
        sum += long.CreateTruncating(T.RotateLeft(value, by)) * 31 + long.CreateTruncating(T.RotateRight(value, by));
        sum += (T.IsPow2(value) ? 5 : 0) + long.CreateTruncating(T.MaxValue ^ T.MinValue ^ T.AllBitsSet);
        return T.IsNegative(value) ? sum : sum + long.CreateTruncating(T.Log2(value)) * 17;
    }

    public static T Saturated<T>(long value) where T : INumber<T>, IMinMaxValue<T> =>
        value > long.CreateSaturating(T.MaxValue) ? T.MaxValue : value < long.CreateSaturating(T.MinValue) ? T.MinValue : T.CreateTruncating(value);
}

[SchedExtOps("random")]
public sealed partial class Random : Scheduler
{
    public long total;

    partial void Note(long number);

    partial void Note(long number) => total = total * 3 + number;

    [SyscallProgram]
    public void Counted(ref Inputs io)
    {
        io.R0 = (ulong)(Generic.Bits(io.A, io.C) + Generic.Bits(io.C, io.C) + Generic.Bits((short)io.E, io.C) + Generic.Bits((sbyte)io.H, io.C));
        io.R1 = (ulong)(Generic.Bits(io.B, io.C) + Generic.Bits(io.D, io.C) + Generic.Bits((ushort)io.D, io.C) + Generic.Bits(io.H, io.C));
        io.R2 = (ulong)(int.LeadingZeroCount(io.C) * 1000 + long.LeadingZeroCount(io.A) * 100 + byte.LeadingZeroCount(io.H) * 10 + short.LeadingZeroCount((short)io.E));
    }

    [SyscallProgram]
    public void Saturating(ref Inputs io)
    {
        io.R0 = (ulong)(int.CreateSaturating(io.A) + (long)uint.CreateSaturating(io.A) * 3 + byte.CreateSaturating(io.C) * 5 + sbyte.CreateSaturating(io.B) * 7);
        io.R1 = (ulong)(long.CreateSaturating(io.B) ^ (long)ulong.CreateSaturating(io.A) ^ short.CreateSaturating(io.D) ^ ushort.CreateSaturating(io.C));
        io.R2 = (ulong)(Generic.Saturated<int>(io.A) ^ Generic.Saturated<byte>(io.G) ^ (long)Generic.Saturated<uint>(io.G) ^ Generic.Saturated<sbyte>(io.A));
    }

    [SyscallProgram]
    public void Parts(ref Inputs io)
    {
        Note(io.A);
        int divisor = io.C | 1;
        if (divisor == -1)
            divisor = 3;
        int quotient = Math.DivRem((int)io.E, divisor, out int rest);
        io.R0 = (ulong)(quotient * 31L + rest + Math.DivRem(io.G >> 1, (long)divisor, out long left) + left);
        System.Threading.Interlocked.MemoryBarrier();
        io.R1 = (ulong)total;
    }
}
