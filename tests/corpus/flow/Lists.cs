using System.Runtime.CompilerServices;

/// <summary>List patterns, spread elements, constant tables of structs, static constants.</summary>
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [InlineArray(4)] struct Four { int first; }

    readonly record struct Band(int Low, int High, ulong Slice);

    static readonly int[] primes = [2, 3, 5];
    static readonly Band[] bands = [new(-20, -5, 1_000_000), new(-5, 5, 2_000_000), new(Slice: 5_000_000, Low: 5, High: 20)];
    static readonly (int Nice, ulong Slice)[] pairs = [(0, 5), (1, 6)];
    static readonly ulong slice = 20_000_000 / 4;
    static readonly Band widest = new() { High = 7 };

    Four four;
    int n;
    ulong length;

    static int Kind(ReadOnlySpan<int> numbers) => numbers switch
    {
        [] => 0,
        [var only] => only,
        [1, .., > 3] => 2,
        [_, .. var rest] => rest.Length,
    };

    public override void Running(TaskStruct p)
    {
        Span<int> numbers = four;
        n += Kind(numbers) + Kind([n, 2]);
        ReadOnlySpan<int> joined = [0, .. primes, n, .. four];
        n += joined[^1] + joined.Length;
        if (primes is [2, .., var last])
            n += last;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        int nice = p.StaticPrio - 120;
        foreach (var band in bands)
        {
            if (nice >= band.Low && nice < band.High)
                length = band.Slice;
        }
        foreach (var (key, value) in pairs)
        {
            if (key == nice)
                length += value;
        }
        length += slice + (ulong)widest.High + bands[^1].Slice;
    }

    static int Sign(long number) => number switch { < 0 => -1, 0 => 0, > 0 => 1 };

    static int Both(bool a, bool b) => (a, b) switch { (true, true) => 3, (true, false) => 2, (false, true) => 1, (false, false) => 0 };

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        n += Sign(n) + Both(n > 1, n > 2) + int.PopCount(n) + int.CreateSaturating(length);
        System.Threading.Interlocked.MemoryBarrier();
    }
}
