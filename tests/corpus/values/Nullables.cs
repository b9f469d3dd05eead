// Nullable<T>: tests, defaults, lifted operators and conversions, patterns, assignment where null.
[SchedExtOps("nullables")]
public sealed class Nullables : Scheduler
{
    int? last;
    int sum;

    int? Property { get => last; set => last = value; }

    public override int Init() => CreateDsq(3);

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        int? pid = DsqPeek(3)?.Pid, next = pid + 1;
        sum += next ?? 3;
        if (pid == next || pid < next || pid is 5 or > 7)
            sum++;
        last ??= p.Pid;
        Property ??= 4;
        last++;
        last += 3;
        long? wide = last;
        sum += last.HasValue ? last.Value : (int)(wide ?? 0);
        sum += pid.GetValueOrDefault(9) + pid.GetValueOrDefault();
        sum += last switch { null => 1, 1 => 2, var other => other.Value };
        if (last is { } known && known > 3)
            sum += known;
        bool? x = pid > 3, y = null;
        sum += (x & y) == true ? 1 : (x | y) ?? false ? 2 : 3;
        Point? point = new Point(1, 2);
        sum += point?.X ?? 0;
        point += new Point(3, 4);
        sum += point?.Sum() ?? 1;
        Point? converted = last;
        sum += converted is null ? 1 : 2;
    }

    readonly record struct Point(int X, int Y)
    {
        public int Sum() => X + Y;

        public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

        public static implicit operator Point(int x) => new(x, 0);
    }
}
