using System.Numerics;

public struct Layer
{
    public Layer(uint weight, ulong milliseconds)
    {
        Weight = Math.Clamp(weight, 1, 10_000);
        Slice = milliseconds * PerMillisecond;
        if (Slice > 20 * PerMillisecond)
            Slice = 20 * PerMillisecond;
        else if (Slice == 0)
            return;
        Level = (sbyte)(weight / 7);
    }

    public Layer(uint weight) : this(weight, 5) => Level--;

    public const ulong PerMillisecond = 1_000_000;

    public uint Weight;
    public ulong Slice { get; private set; }
    public sbyte Level = -3;

    public readonly ulong Scaled => Slice * 1024 / Weight;

    public static Layer operator +(Layer a, Layer b) => new(a.Weight + b.Weight) { Slice = a.Slice ^ b.Slice };
}

public readonly record struct Range64(long Low, long High)
{
    public long Middle { get; } = Low + ((High - Low) >> 1);

    public static implicit operator Range64((long Low, long High) pair) => new(Math.Min(pair.Low, pair.High), Math.Max(pair.Low, pair.High));
}

public struct Counter
{
    public int Count;
    public readonly int Twice => Count * 2;

    public int Next() => ++Count;
}

public struct Holder
{
    public Counter Taken { get; set; }
}

public static class Order
{
    static int NextOf(in Counter counter) => counter.Next();

    static Counter Started(int at) => new() { Count = at };

    // What is done once, and in which order.
    public static int[] Steps()
    {
        var steps = new int[24];
        int n = 0;
        steps[n++] = n;
        steps[n++] += 2 + n;
        steps[n++]++;
        steps[n] = n++ + n;
        (steps[n++], steps[n++]) = (n++, n++);
        int kept = n;
        steps[n++] = n += 2;
        var counter = Started(5);
        steps[10] = counter.Next() + NextOf(counter) * 10 + NextOf(counter) * 100 + counter.Count * 1000;
        steps[11] = Started(7).Next() + Started(7).Twice;
        var holder = new Holder() { Taken = counter.Count > 5 ? new() { Count = 1 } : default };
        holder.Taken.Next();
        steps[12] = holder.Taken.Count + holder.Taken.Next() + holder.Taken.Next();
        var counters = new Counter[2];
        counters[kept & 1].Next();
        foreach (var each in counters)
            steps[13] = steps[13] * 10 + each.Next();
        var other = counters[1];
        other.Next();
        (counters[0], counters[1]) = (counters[1], counters[0]);
        steps[14] = counters[0].Count + counters[1].Count * 10 + other.Count * 100;
        steps[15] = n;
        return steps;
    }
}

public static class Primes
{
    public static bool IsPrime(int number)
    {
        for (int divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
                return false;
        }
        return number > 1;
    }

    public static ushort[] First(int count)
    {
        var found = new ushort[count];
        int at = 0, number = 0;
        while (true)
        {
            if (!IsPrime(++number))
                continue;
            found[at++] = (ushort)number;
            if (at == found.Length)
                break;
        }
        return found;
    }
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    static readonly ushort[] primes = Primes.First(16);
    static readonly ulong[] inverse = Inverse(40, 25);
    static readonly Range64[] ranges = [(0, 10), (7, -7), new(100, 200), (long.MaxValue, long.MinValue)];
    static readonly Layer[] layers = [new(), new(3), new(70, 30), new(0, 0), new Layer(5) + new Layer(6, 2), new Layer(1) with { Weight = 9 }];
    static readonly sbyte[] shifts = Shifted();
    static readonly int[] steps = Order.Steps();
    static readonly long folded = Fold(primes), least = unchecked(int.MinValue - 1);
    static readonly (byte Kind, int Count) counted = Count(3);

    public Layer initial = new(40, 3);
    public ulong quantum = Quantum(3);

    static ulong[] Inverse(int count, uint ratio)
    {
        ulong[] inverse = new ulong[count];
        ulong weight = 1024;
        for (int i = 0; i < inverse.Length; i++, weight = weight * 100 / (100 + ratio))
            inverse[i] = weight == 0 ? ulong.MaxValue : (1UL << 32) / weight;
        return inverse;
    }

    static sbyte[] Shifted()
    {
        var bytes = new sbyte[64];
        int value = -1234567;
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)(value >> i);
            bytes[i] += (sbyte)(i << 3);
            bytes[i] >>>= i & 7;
            value ^= ~(value << 5) % (i + 3);
            (bytes[i / 2], bytes[i]) = (bytes[i], (sbyte)-bytes[i / 2]);
        }
        return bytes;
    }

    static long Fold(ushort[] numbers)
    {
        long sum = 0;
        foreach (var number in numbers)
        {
            switch (number % 4)
            {
                case 0:
                case 1:
                    sum += number;
                    break;
                case 3 when number > 20:
                    continue;
                default:
                    sum -= number * 3;
                    break;
            }
            sum = sum switch { < -100 => sum / 2, > 100 or 7 => sum * 2, _ => sum + 1 };
        }
        return sum;
    }

    static (byte, int) Count(int step)
    {
        int n = 0;
        do
            n += Next(n) is 4 ? 1 : Next(n) + step;
        while (n < 200 && n % 4 != 1);
        return ((byte)(n * 7), n);

        static int Next(int n) => n is 0 or > 10 ? n + BitOperations.Log2((uint)n + 5) : n;
    }

    static ulong Quantum(int level) => level <= 0 ? 500_000UL : Quantum(level - 1) * 3 / 2;

    [SyscallProgram]
    public void Computed(ref Inputs io)
    {
        long sum = folded * 3 + least + counted.Kind + counted.Count;
        foreach (var range in ranges)
            sum = sum * 31 + (io.C >= range.Low && io.C < range.High ? range.Middle : range.Low);
        foreach (var layer in layers)
            sum = sum * 31 + (layer.Weight == 0 ? -1 : (long)layer.Scaled) + layer.Level;
        io.R0 = (ulong)sum + quantum + initial.Slice + (ulong)initial.Level;
        io.R1 = inverse[(int)(io.D % 40)] + primes[(int)(io.D % 16)] + (ulong)shifts[(int)(io.D & 63)] + (ulong)steps[(int)(io.D % 24)];
    }
}
