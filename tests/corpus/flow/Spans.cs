using System.Runtime.CompilerServices;

/// <summary>Spans over all kinds of memory, ref structs, constant tables.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(16)] struct Sixteen { int first; }

    ref struct Cursor(Span<int> numbers)
    {
        readonly Span<int> all = numbers;
        int at = 0;

        public bool Next(out int number)
        {
            number = at < all.Length ? all[at] : 0;
            return at++ < all.Length;
        }
    }

    static readonly int[] weights = [88761, 71755, 56483];

    static ReadOnlySpan<byte> Shifts => [1, 2, 3, 5];

    readonly ArrayMap<Sixteen> rows = new(4);

    Sixteen global;
    long sum;
    int n;

    public override void Running(TaskStruct p)
    {
        Span<int> local = stackalloc int[8];
        foreach (ref int number in local)
            number = n;
        int from = Math.Clamp(n, 0, 8);
        local[from..].Clear();
        var cursor = new Cursor(local);
        while (cursor.Next(out int number))
            sum += number;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Span<int> all = global, row = rows[1];
        row[..8].CopyTo(all[4..]);
        sum += Total(all) + Total(row[(n & 15)..]) + weights[n & 1] + Shifts[^1];
        ref int largest = ref Largest(all);
        largest = 0;
    }

    static long Total(ReadOnlySpan<int> numbers)
    {
        long total = 0;
        foreach (int number in numbers)
            total += number;
        return total;
    }

    static ref int Largest(Span<int> numbers) => ref Pick(numbers);

    static ref int Pick(Span<int> numbers)
    {
        ref int largest = ref numbers[0];
        foreach (ref int number in numbers)
        {
            if (number > largest)
                largest = ref number;
        }
        return ref largest;
    }
}
