namespace Scx.Tests.Language;

public sealed partial class Language
{
    struct Point
    {
        public int X;
        public long Y;
        byte small;

        public Point(int x) { X = x; Y = -x; }

        public byte Small { readonly get => small; set => small = value; }

        public readonly long Sum => X + Y + small;

        public static Point operator +(Point a, Point b) => new(a.X) { Y = b.Y };

        public void Grow(int by) => X += by;
    }

    struct Box<T> where T : unmanaged
    {
        public T Held;
    }

    void Control(long a, long b)
    {
        long n = a > b ? a : b;
        if (a > 0 && b > 0 || a == b)
            n ^= 5;
        for (int i = 0; i < 4; i++)
        {
            if (i == 1)
                continue;
            if ((n & 8) != 0 && i == 3)
                break;
            n += i;
        }
        int k = 5;
        while (k-- > 0)
            n -= k;
        do
            n++;
        while (++k < 3);
        switch ((int)a & 7)
        {
            case 0:
            case 1:
                n += 10;
                break;
            case 2 when b > 0:
                n += 20;
                goto case 5;
            case 5:
                n += 50;
                break;
            case > 5:
                n -= 60;
                break;
            default:
                n = -n;
                break;
        }
        bool p = a < 3, q = b > 4;
        p |= q;
        q ^= p;
        Add(ref control, n + (p & !q ? 1 : 2));
    }

    void Patterns(int a)
    {
        Add(ref patterns, a switch { 0 => 1, < 0 and > -100 => 2, int.MaxValue or int.MinValue => 3, _ => 4 });
        Add(ref patterns, a is > 5 and not 9);
        Add(ref patterns, a is var b && b + 1 > 0);
    }

    void Structs(int a)
    {
        Point one = new(a), two = default, three = new() { X = 4, Small = (byte)a };
        two.Y = 9;
        one.Grow(3);
        three = three + one;
        Point copy = three;
        copy.Small++;
        Add(ref structs, one.Sum);
        Add(ref structs, two.Sum);
        Add(ref structs, three.Sum);
        Add(ref structs, (a > 3 ? copy : one).Sum);
        Box<Point> box = new() { Held = two };
        box.Held.X = a;
        Add(ref structs, box.Held.Sum);
    }

    void Methods(long a)
    {
        long seen = 0;
        Swap(ref a, ref seen);
        Split(seen, out int low, out int high);
        Add(ref methods, low);
        Add(ref methods, Larger(high, 12, pick: true));
        Note(3);
        Note(low);
        Add(ref methods, seen + a);
        ref long chosen = ref (low > high ? ref seen : ref a);
        chosen += 5;
        Add(ref methods, seen - a);

        void Note(int x)
        {
            seen += x;
            if (x > 0)
                Twice(x);
        }

        void Twice(int x) => seen += x * 2L;
    }

    static void Swap<T>(ref T a, ref T b)
    {
        T held = a;
        a = b;
        b = held;
    }

    static void Split(in long whole, out int low, out int high)
    {
        low = (int)whole;
        high = (int)(whole >> 32);
    }

    static T Larger<T>(T a, T b, bool pick) where T : unmanaged => pick ? a : b;
}
