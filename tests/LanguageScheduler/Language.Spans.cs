using System.Runtime.CompilerServices;

namespace Scx.Tests.Language;

public sealed partial class Language
{
    [InlineArray(16)]
    struct Sixteen
    {
        int first;
    }

    ref struct Cursor
    {
        public ref int At;
        public Span<int> Rest;

        public Cursor(Span<int> numbers)
        {
            At = ref numbers[0];
            Rest = numbers[1..];
        }

        public void Step()
        {
            At++;
            Rest[0] += At;
        }
    }

    static readonly int[] powers = [1, 10, 100, 1000];

    static ReadOnlySpan<ushort> Primes => [2, 3, 5, 7, 11, 13];

    Sixteen numbers;

    readonly ArrayMap<Sixteen> rows = new(2);

    [Stat] long spans, copies;

    long Parts(int a)
    {
        Span<int> local = stackalloc int[8];
        for (int i = 0; i < local.Length; i++)
            local[i] = i * a;
        foreach (ref int number in local)
            number += 3;
        Span<int> part = local[2..6];
        part[^1] = 7;
        long sum = 0;
        foreach (int number in part)
            sum = sum * 3 + number;
        local[(a & 7)..].Clear();
        local.Slice(1, 3).Fill(a);
        ReadOnlySpan<int> three = [1, a, 3];
        Span<int> listed = stackalloc int[] { 5, a, 7 };
        sum += three[1] + listed[2] + listed.Length + (local[..0].IsEmpty ? 100 : 200);
        sum += powers[a & 3] + powers.Length + Primes[4] + Primes[(a & 3) + 1];
        foreach (int power in powers.AsSpan())
            sum ^= power;
        var cursor = new Cursor(local);
        cursor.Step();
        return sum * 31 + Total(local) + Total(local[(a & 3)..]) + cursor.Rest.Length;
    }

    long Copies(int a)
    {
        Span<int> all = numbers;
        all[a & 15]++;
        Span<int> row = rows[1];
        row[3] = a;
        row[..8].CopyTo(all[4..]);
        long sum = all[^2] + numbers[^1] + numbers[2..5][1] + all.IndexOf(a);
        if (all.SequenceEqual(row))
            sum += 1;
        if (row[..4].SequenceEqual(all[4..8]))
            sum += 2;
        if (row.Contains(a))
            sum += 4;
        if ("queue"u8.SequenceEqual("quiet"u8) || "abc"u8[1] != 'b')
            sum += 8;
        row[..10].CopyTo(row[2..]);
        all[4..9].Reverse();
        if (row[..(a & 7)].TryCopyTo(all[10..]))
            sum += 16;
        sum += all.LastIndexOf(a) + 3 * row.IndexOfAny(a, 7);
        foreach (int number in numbers)
            sum = sum * 5 + number;
        return sum;
    }

    static long Total(ReadOnlySpan<int> numbers)
    {
        long total = 0;
        foreach (int number in numbers)
            total += number;
        return total;
    }
}
