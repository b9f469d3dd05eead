// Members of .NET's that work on integers: BitOperations, Math, the integer types' own, enums, sizes.
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

[SchedExtOps("numbers")]
public sealed class Numbers : Scheduler
{
    ulong sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        int pid = p.Pid;
        ulong vtime = p.Scx.DsqVtime;
        sum += (ulong)(BitOperations.PopCount(vtime) + BitOperations.LeadingZeroCount((uint)pid) + BitOperations.TrailingZeroCount(pid));
        sum += (ulong)BitOperations.Log2(vtime) + BitOperations.RotateLeft(vtime, pid) + BitOperations.RoundUpToPowerOf2((uint)pid);
        sum += (ulong)(Math.Min(pid, 3) + int.Max(pid, 4) + int.Clamp(pid, 1, 5) + Math.Abs(pid) + Math.Sign(pid) + pid.CompareTo(4));
        sum += Math.BigMul(vtime, 3, out ulong low) + low + (ulong)Math.DivRem(pid, 3).Remainder;
        sum += BinaryPrimitives.ReverseEndianness(vtime) + (ulong)(Unsafe.SizeOf<(int, long)>() + sizeof(long) + nameof(sum).Length);
        if (enqFlags.HasFlag(EnqFlags.Wakeup | EnqFlags.Head) || BitOperations.IsPow2(pid) || int.IsOddInteger(pid) || pid.Equals(4))
            sum++;
        Level level = (Level)pid;
        level |= Level.High;
        if (level > Level.Low && (level & ~Level.Low) != 0)
            sum += (ulong)level;
        nint native = pid;
        sum += (ulong)(native + 3) >> 1;
        char letter = (char)pid;
        if (letter is >= 'a' and <= 'z')
            sum += checked((ulong)Highest + 1);
    }

    const int Highest = checked(40 + 2);

    [Flags]
    enum Level : byte
    {
        Low = 1,
        High = 2,
    }
}
