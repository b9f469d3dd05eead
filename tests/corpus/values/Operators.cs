// Operators and conversions of the user's own, also those that change the variable itself and those of a checked context.
[SchedExtOps("operators")]
public sealed class Operators : Scheduler
{
    ulong sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Vtime a = new((ulong)p.Pid), b = 5;
        a += b;
        a += p.Pid > 3 ? new Vtime(1) : new Vtime(2);
        a++;
        Vtime c = checked(a + b) * 3 - -b;
        sum += c > a && c != b ? (ulong)c : 1;
        Interval interval = new();
        interval += 3;
        interval++;
        sum += (ulong)interval.Length;
        Tri yes = new(1), no = new(-1);
        if (!yes || !no)
            sum++;
        if (yes && no)
            sum++;
        if (no | yes)
            sum += 2;
        Take(7);
    }

    void Take(Vtime time) => sum += time.Value;

    readonly struct Vtime(ulong value)
    {
        public ulong Value => value;

        public static Vtime operator +(Vtime a, Vtime b) => new(a.Value + b.Value);

        public static Vtime operator checked +(Vtime a, Vtime b) => new(a.Value + b.Value < a.Value ? ulong.MaxValue : a.Value + b.Value);

        public static Vtime operator -(Vtime a, Vtime b) => new(a.Value - b.Value);

        public static Vtime operator -(Vtime a) => new(0 - a.Value);

        public static Vtime operator *(Vtime a, int b) => new(a.Value * (ulong)b);

        public static Vtime operator ++(Vtime a) => new(a.Value + 1);

        public static bool operator >(Vtime a, Vtime b) => a.Value > b.Value;

        public static bool operator <(Vtime a, Vtime b) => b > a;

        public static bool operator ==(Vtime a, Vtime b) => a.Value == b.Value;

        public static bool operator !=(Vtime a, Vtime b) => !(a == b);

        public static implicit operator Vtime(int value) => new((ulong)value);

        public static explicit operator ulong(Vtime time) => time.Value;

        public override bool Equals(object? other) => false;

        public override int GetHashCode() => 0;
    }

    struct Interval
    {
        public int Length;

        public void operator +=(int by) => Length += by;

        public void operator ++() => Length++;
    }

    readonly struct Tri(int value)
    {
        readonly int held = value;

        public static bool operator true(Tri t) => t.held > 0;

        public static bool operator false(Tri t) => t.held < 0;

        public static Tri operator &(Tri a, Tri b) => new(Math.Min(a.held, b.held));

        public static Tri operator |(Tri a, Tri b) => new(Math.Max(a.held, b.held));

        public static bool operator !(Tri t) => t.held <= 0;
    }
}
