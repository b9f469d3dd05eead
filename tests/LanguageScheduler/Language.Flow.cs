namespace Scx.Kernel.Tests.Language;

public sealed partial class Language
{
    struct Countdown(int from)
    {
        int left = from + 1;

        public readonly int Current => left;

        public bool MoveNext() => --left > 0;

        public readonly Countdown GetEnumerator() => this;
    }

    [Stat] int enables;

    [Stat] long iterators;

    /// <inheritdoc/>
    public override void Enable(TaskStruct p)
    {
        if (enables == PairsAtAttach || !Next(ref enables, out long a, out long b))
            return;
        Add(ref iterators, Iterate((int)a & 31, (int)b & 63));
    }

    long Iterate(int from, int to)
    {
        long sum = 0;
        foreach (int i in Loop.Range(from, to))
        {
            if (i == 7)
                continue;
            if (i == 40)
                break;
            foreach (int j in Loop.Range(0, i))
            {
                if (j > 20)
                    goto next;
                sum = sum * 5 + j;
            }
            sum ^= i;
        next:
            if (sum == long.MaxValue)
                return i;
        }
        return sum;
    }
}
