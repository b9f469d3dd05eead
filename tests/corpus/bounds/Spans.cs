using System.Runtime.CompilerServices;

/// <summary>Indices and ranges of spans that are kept within the length, known or not.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(16)] struct Sixteen { int first; }

    static readonly int[] weights = [88761, 71755, 56483];

    Sixteen global;
    long sum;
    int n;

    public override void Running(TaskStruct p)
    {
        Span<int> local = stackalloc int[8];
        int m = n;
        if ((uint)m < (uint)local.Length)
            sum += local[m];
        if (m >= 0 && m < local.Length)
            sum += local[m];
        for (int i = 0; i < local.Length - 1; i++)
            sum += local[i + 1];
        for (int i = local.Length - 1; i >= 0; i--)
            sum += local[i];
        sum += weights[^1] + weights[m & 1] + Get(local, m);
    }

    static int Get(ReadOnlySpan<int> numbers, int at) => (uint)at < (uint)numbers.Length ? numbers[at] : 0;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Span<int> all = global;
        var part = all[2..6];
        int m = n;
        if (m > 0 && m <= part.Length)
            sum += part[^m];
        int k = Math.Min(m, 8);
        if (k > 0)
            sum += Sum(all[..k]);
        all.Slice(2, 4).CopyTo(all.Slice(4));
        sum += Find(all, m);
    }

    static int Sum(Span<int> numbers)
    {
        int sum = numbers[0];
        for (int i = 0; i < numbers.Length; i++)
            sum += numbers[i];
        if (!numbers.IsEmpty)
            sum += numbers[^1];
        if (numbers.Length > 2)
            sum += numbers[2];
        return sum;
    }

    static int Find(ReadOnlySpan<int> sorted, int wanted)
    {
        int low = 0, high = sorted.Length - 1;
        while (low <= high)
        {
            int middle = low + (high - low) / 2;
            if (sorted[middle] == wanted)
                return middle;
            if (sorted[middle] < wanted)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        Span<int> local = stackalloc int[8];
        Index last = ^1, third = 2;
        Range middle = 2..^2;
        var part = local[middle];
        sum += local[last] + local[third] + part[0] + part.Length + global[last] + weights[last];
        sum += last.GetOffset(8) + third.Value + (last.IsFromEnd ? 1 : 0) + middle.End.Value;
    }
}
