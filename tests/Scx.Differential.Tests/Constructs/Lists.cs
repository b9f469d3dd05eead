using System.Runtime.CompilerServices;

[InlineArray(6)]
public struct Six
{
    int first;
}

public readonly record struct Band(int Low, short High, Limits Limits);

public readonly record struct Limits(ulong Slice, bool Preempts);

public struct Settings
{
    public byte Kind;
    public long Weight;
    public (int Low, ushort High) Range { get; init; }
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    static readonly int[] primes = [2, 3, 5, 7, 11, 13];
    static readonly Band[] bands = [new(-20, -5, new(1_000_000, true)), new(-5, 5, new(2, false)), new(Limits: new(3, true), Low: 5, High: 20)];
    static readonly Settings[] settings = [new() { Kind = 1, Range = (2, 3) }, default, new Settings { Weight = -4 }];
    static readonly (int Nice, long Slice)[] pairs = [(1, 10), (-2, 20)];
    static readonly ulong slice = 20_000_000 / 3;
    static readonly Limits limits = new(5, true);

    public Six six;
    public int count;

    [SyscallProgram]
    public void Tables(ref Inputs io)
    {
        long sum = (long)slice + (limits.Preempts ? (long)limits.Slice : 0);
        foreach (long prime in primes)
        {
            if (prime > (io.C & 15))
                break;
            sum = sum * 31 + prime;
        }
        foreach (var (low, high, (length, preempts)) in bands)
            sum = sum * 31 + (io.E >= low && io.E < high ? (long)length : preempts ? 1 : 2);
        foreach (var setting in settings)
            sum = sum * 31 + setting.Kind + setting.Weight + setting.Range.High;
        foreach (var (nice, length) in pairs)
            sum += nice == io.C % 3 ? length : 1;
        io.R0 = (ulong)sum;
        io.R1 = (ulong)(primes[^1] + primes[(int)(io.D % 6)] + bands[^(1 + (int)(io.D % 3))].High);
    }

    [SyscallProgram]
    public void Ends(ref Inputs io)
    {
        Span<int> all = six;
        for (int i = 0; i < all.Length; i++)
            all[i] = io.C * i + io.E;
        Index first = io.J ? 1 : ^2, last = ^1;
        Range middle = first..last, rest = 2.., head = ..^3;
        int at = Math.Clamp((int)io.H, 1, 6);
        io.R0 = (ulong)(all[first] * 7L + all[last] + all[rest][0] + all[head].Length + all[^at]);
        io.R1 = (ulong)(first.GetOffset(6) * 64 + middle.End.Value * 8 + (middle.Start.IsFromEnd ? 4 : 0) + (Range.All.End.Equals(^0) ? 1 : 0));
        if (io.J)
            io.R1 += (ulong)all[middle].Length;
        var part = all[..at];
        io.R2 = (ulong)(part[^1] + part.Length + (part is [var only] ? only : 0));
    }

    [SyscallProgram]
    public void Matched(ref Inputs io)
    {
        Span<int> numbers = six;
        numbers[0] = io.C & 3;
        numbers[5] = io.E & 3;
        io.R0 = (ulong)(Kind(numbers) * 100 + Kind(numbers[..(io.H % 6)]) * 10 + Kind([io.C, 2]));
        io.R1 = (ulong)((primes is [2, .., 13] ? 1 : 0) | (numbers is [_, .. { Length: 4 }, 1 or 2] ? 2 : 0) | (numbers is [> 1, ..] ? 4 : 0) | (numbers is not [.., 0] ? 8 : 0));
    }

    static int Kind(ReadOnlySpan<int> numbers) => numbers switch
    {
        [] => 0,
        [var only] => only + 1,
        [1, .., > 1] => 2,
        [0, _, .. var rest] => rest.Length,
        [.., 0] => 4,
        [_, ..] => 5,
    };

    [SyscallProgram]
    public void Spread(ref Inputs io)
    {
        six[2] = io.C;
        ReadOnlySpan<int> joined = [io.E, .. primes, count++, .. six];
        long sum = 0;
        foreach (int number in joined)
            sum = sum * 31 + number;
        io.R0 = (ulong)sum;
        ReadOnlySpan<byte> text = "scheduler"u8;
        Span<byte> copy = stackalloc byte[12];
        text.CopyTo(copy);
        copy[io.H % 12] ^= io.H;
        io.R1 = (ulong)((copy.StartsWith("sched"u8) ? 1 : 0) | (copy[..9].EndsWith("ler"u8) ? 2 : 0) | (copy.StartsWith(text) ? 4 : 0) | (text.EndsWith(copy) ? 8 : 0));
    }

    [SyscallProgram]
    public void Searched(ref Inputs io)
    {
        Span<int> numbers = six;
        for (int i = 0; i < 6; i++)
            numbers[i] = (int)((uint)io.C >> (5 * i)) & 3;
        int wanted = io.E & 3, other = io.H & 7;
        var part = numbers[(io.H % 4)..];
        io.R0 = (ulong)(numbers.IndexOf(wanted) + 10 * (part.LastIndexOf(wanted) + 1) + 100 * (part.IndexOfAny(other, wanted) + 1) + 1000 * (numbers.LastIndexOfAny(other, wanted, 9) + 1));
        io.R1 = (ulong)((part.Contains(other) ? 1 : 0) | (part.ContainsAny(other, wanted) ? 2 : 0));
        Span<int> few = stackalloc int[3];
        io.R2 = (ulong)((part.TryCopyTo(few) ? 100 : 0) + few[0] + 10 * few[2]);
    }

    [SyscallProgram]
    public void Turned(ref Inputs io)
    {
        Span<byte> bytes = stackalloc byte[7];
        for (int i = 0; i < 7; i++)
            bytes[i] = (byte)(io.C >> i);
        bytes[..(io.H % 8)].Reverse();
        Span<(int Low, long High)> pairs = stackalloc (int, long)[2];
        pairs[0] = (io.C, io.E);
        pairs[1].Low = 3;
        pairs.Reverse();
        foreach (byte number in bytes)
            io.R0 = io.R0 * 31 + number;
        io.R1 = (ulong)(pairs[0].Low * 7L + pairs[1].High + pairs[1].Low);
    }

    [SyscallProgram]
    public void Overlapping(ref Inputs io)
    {
        Span<int> numbers = six;
        for (int i = 0; i < 6; i++)
            numbers[i] = io.C + i;
        numbers[..5].CopyTo(numbers[1..]);
        numbers[2..].CopyTo(numbers);
        int from = io.H & 3;
        io.R1 = numbers.Slice(from, 3).TryCopyTo(numbers[(io.H >> 4 & 3)..]) ? 1u : 0;
        foreach (int number in numbers)
            io.R0 = io.R0 * 31 + (ulong)(number - io.C);
    }

    [SyscallProgram]
    public void Covered(ref Inputs io)
    {
        io.R0 = (ulong)(io.A switch { < 0 => 1, 0 => 2, > 0 => 3 });
        io.R1 = (ulong)((io.J, io.C > io.E) switch { (true, true) => 1, (true, false) => 2, (false, true) => 3, (false, false) => 4 });
    }
}
