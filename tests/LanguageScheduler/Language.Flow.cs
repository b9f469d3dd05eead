namespace Scx.Tests.Language;

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

    [Stat] long iterators, loops, finals;

    /// <inheritdoc/>
    public override void Enable(TaskStruct p)
    {
        if (enables == PairsAtAttach || !Next(ref enables, out long a, out long b))
            return;
        Add(ref iterators, Iterate((int)a & 31, (int)b & 63));
        Add(ref loops, Unbounded((uint)a & 1023, b));
        Add(ref finals, Leave((int)a & 15, (int)b & 3));
        Add(ref spans, Parts((int)b));
        Add(ref copies, Copies((int)a));
    }

    struct Owned(int id) : IDisposable
    {
        readonly int id = id;

        public int Uses = 0;

        public void Use() => Uses++;

        public readonly void Dispose() { }

        public readonly int Id => id;
    }

    ref struct Logged(ref long log, int id)
    {
        ref long log = ref log;

        public readonly void Dispose() => log = log * 7 + id;
    }

    static long Leave(int way, int turns)
    {
        long log = 1;
        for (int i = 0; i < 4; i++)
        {
            using var outer = new Logged(ref log, 1);
            try
            {
                using (new Logged(ref log, 2))
                {
                    if (way == i)
                        continue;
                    if (way == i + 4)
                        break;
                    if (way == i + 8)
                        goto done;
                    if (way == i + 12)
                        return log + turns;
                }
                log += 3;
            }
            finally
            {
                log ^= 5;
                foreach (int j in Loop.Range(0, turns))
                {
                    if (j == 2)
                        break;
                    log += j;
                }
            }
        }
        using (var owned = new Owned(way))
            log += owned.Id;
    done:
        return log;
    }

    static long Unbounded(uint turns, long seed)
    {
        long sum = 0;
        uint last = 0;
        for (uint i = 0; i < turns; i++)
        {
            if ((i & 7) == 3)
                continue;
            sum = sum * 3 + i;
            last = i;
        }
        ulong x = (ulong)seed;
        do
            x = x * 6364136223846793005 + 1442695040888963407;
        while (x >> 59 != 0);
        for (ulong bits = x; bits != 0; bits &= bits - 1)
            sum++;
        for (int i = 0; i < 3000; i++)
        {
            if (i * i > (int)last)
                break;
            sum ^= i;
        }
        return sum + (long)x + last;
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
