public struct Point(int x, int y)
{
    public int X = x, Y = y;

    public int this[int i]
    {
        readonly get => i == 0 ? X : Y;
        set
        {
            if (i == 0)
                X = value;
            else
                Y = value;
        }
    }

    public void Move(int by)
    {
        X += by;
        Y -= by;
    }
}

public ref struct Scope(ref int log, int id)
{
    ref int log = ref log;

    public readonly void Dispose() => log = log * 10 + id;
}

// In which order things are computed, and what names the same memory.
[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    int calls;
    Point kept;

    int Next(int x)
    {
        calls = calls * 10 + x;
        return x;
    }

    ref int Place(int x)
    {
        calls = calls * 10 + x;
        return ref (x & 1) == 0 ? ref kept.X : ref kept.Y;
    }

    Point Make(int x) => new(Next(x), x);

    [SyscallProgram]
    public void Order(ref Inputs io)
    {
        (calls, kept) = (0, default);
        Place(Next(1)) += Next(2) * Next(3);
        kept[Next(0)] = Next(1) + kept[Next(1)]++;
        (Place(0), Place(1)) = (Next(4), Next(5));
        io.R0 = (ulong)calls;
        calls = 0;
        int x = (Next(1) > 0 && Next(io.C) > 0) || Next(7) == 7 ? Next(8) : Next(9);
        Place(2) = x = Next(6);
        Make(1).Move(Next(2));
        var (made, next) = (Make(3), Next(4));
        io.R1 = (ulong)calls;
        int i = io.H & 3;
        i = i++ + ++i;
        i += i++ * 2;
        int j = i;
        j -= j - (j = 3);
        int k = 1;
        k = k + (k = 5) * k;
        io.R2 = (ulong)(i * 100 + j * 10 + k + made.X + next);
        io.R3 = (ulong)(kept.X * 3 + kept.Y);
    }

    static void Both(ref Point a, ref Point b)
    {
        a.X = b.Y;
        b.Y = a.X + 1;
        a.Y += 3;
    }

    static Point Seen(in Point read, ref Point written)
    {
        written.X = 5;
        var result = new Point(read.X, 1);
        written.Y = 7;
        result.Y = read.Y;
        return result;
    }

    static Point Swapped(Point p)
    {
        (p.X, p.Y) = (p.Y, p.X);
        return p;
    }

    static Point Exchanged(ref Point p, Point by)
    {
        p.X = 77;
        return by;
    }

    [SyscallProgram]
    public void Aliases(ref Inputs io)
    {
        Point a = new(io.C, io.E);
        Both(ref a, ref a);
        io.R0 = (ulong)(a.X * 3 + a.Y);
        a = Seen(in a, ref a);
        io.R1 = (ulong)(a.X * 3 + a.Y);
        a = new(a.Y, io.G);
        a = a with { X = a.Y, Y = a.X };
        (a.X, a.Y) = (a.Y, a.X + 1);
        io.R2 = (ulong)(a.X * 3 + a.Y);
        kept = a;
        kept = Swapped(kept);
        kept = Exchanged(ref kept, kept);
        io.R3 = (ulong)(kept.X * 31 + kept.Y);
    }

    static int Early(int c, ref int log)
    {
        using var scope = new Scope(ref log, 5);
        switch (c & 3)
        {
            case 0:
                return log;
            case 1:
            {
                using var inner = new Scope(ref log, 6);
                return log++;
            }
            case 2:
                break;
            default:
                try
                {
                    return log += 2;
                }
                finally
                {
                    log *= 3;
                }
        }
        return -1;
    }

    [SyscallProgram]
    public void WaysOut(ref Inputs io)
    {
        int log = 0;
        {
            using var outer = new Scope(ref log, 1);
            if (io.J)
                goto end;
            for (int i = 0; i < 3; i++)
            {
                using var turn = new Scope(ref log, 3);
                if (i == (io.H & 3))
                    break;
                if (i == 1)
                    continue;
                log += 1000;
            }
            log = log * 10 + 9;
        }
    end:
        io.R0 = (ulong)log;
        io.R1 = (ulong)Early(io.C, ref log);
        io.R2 = (ulong)log;
    }
}
