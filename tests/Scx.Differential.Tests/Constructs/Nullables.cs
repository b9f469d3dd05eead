public readonly record struct Point(int X, long Y)
{
    public long Sum() => X + Y;

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a) => new(-a.X, -a.Y);

    public static bool operator <(Point a, Point b) => a.Sum() < b.Sum();

    public static bool operator >(Point a, Point b) => b < a;

    public static implicit operator Point(int x) => new(x, 1);

    public static explicit operator int(Point point) => point.X;
}

[SchedExtOps("random")]
public sealed class Random : Scheduler
{
    public int? last;
    public int calls;

    int? Property { get { calls++; return last; } set { calls += 10; last = value; } }

    [SyscallProgram]
    public void Lifted(ref Inputs io)
    {
        int? a = io.J ? io.C : null, b = io.H > 9 ? io.E : null;
        int? sum = a + b, shifted = a << io.G, opposite = -a;
        long? wide = sum;
        byte? narrow = (byte?)a;
        io.R0 = (ulong)((a == b ? 1 : 0) | (a != b ? 2 : 0) | (a < b ? 4 : 0) | (a >= b ? 8 : 0) | (a == 5 ? 16 : 0) | (a == null ? 32 : 0) | (null != b ? 64 : 0));
        io.R1 = (ulong)((sum ?? 7) + (wide ?? 9L) + (narrow ?? 11) + (shifted ?? 13) + (opposite ?? 17));
        a++;
        b *= 3;
        narrow += 200;
        narrow--;
        io.R2 = (ulong)(a.GetValueOrDefault() * 3L + b.GetValueOrDefault(io.G) + narrow.GetValueOrDefault());
    }

    [SyscallProgram]
    public void ThreeValued(ref Inputs io)
    {
        bool? x = (io.H & 3) switch { 0 => null, 1 => true, _ => false }, y = (io.G & 3) switch { 0 => null, 1 => true, _ => false };
        io.R0 = (ulong)(Digit(x & y) + Digit(x | y) * 3 + Digit(x ^ y) * 9 + Digit(!x) * 27 + (x == y ? 81 : 0) + (x == true ? 162 : 0));
        x &= io.J;
        y |= x;
        io.R1 = (ulong)(Digit(x) * 3 + Digit(y));
    }

    static int Digit(bool? b) => b is null ? 0 : b.Value ? 1 : 2;

    [SyscallProgram]
    public void Assigned(ref Inputs io)
    {
        last = io.J ? io.C : null;
        Property ??= io.E;
        Property ??= io.G;
        int? copy = last;
        last ??= 3;
        io.R0 = (ulong)((last ?? 5) * 100L + calls);
        io.R1 = (ulong)(copy is { } known && known > 3 ? known : copy is null or < -5 ? 1 : 2);
        io.R2 = (ulong)(copy switch { null => 1, 0 => 2, > 0 and < 100 => 3, var other => other.Value });
    }

    [SyscallProgram]
    public void OfStructs(ref Inputs io)
    {
        Point? point = io.J ? new Point(io.C, io.A) : null, converted = (int?)(io.H > 5 ? io.E : null);
        Point? sum = point + converted;
        sum += new Point(1, 2);
        Point? negative = -sum;
        int? back = (int?)negative;
        io.R0 = (ulong)(point?.Sum() ?? 7);
        io.R1 = (ulong)((point == converted ? 1 : 0) | (point < converted ? 2 : 0) | (sum?.X > 0 ? 4 : 0) | (sum is (> 0, var y) && y > 0 ? 8 : 0));
        io.R2 = (ulong)((back ?? 3) + (negative?.Y ?? 4));
    }
}
