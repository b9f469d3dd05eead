// What constructors of structs do: primary ones and the parameters they keep, initial values, initialisers nested in each other.
[SchedExtOps("constructors")]
public sealed class Constructors : Scheduler
{
    int sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Counter counter = new(p.Pid, 3);
        counter.Step();
        counter.Limited = 9;
        sum += counter.Now + counter.Start + counter.Limited;
        Preset preset = new(), other = new(5), zero = default;
        sum += preset.A + other.B + zero.A;
        var outer = new Outer { Inner = { A = 5 }, Kept = new() { B = p.Pid > 2 ? 1 : 2 }, Property = 4 };
        sum += outer.Inner.A + outer.Kept.B + outer.Property;
        Needed needed = new() { X = 3, Y = p.Pid };
        sum += needed.X - needed.Y + Made<Preset>().A;
    }

    static T Made<T>() where T : struct => new();

    struct Counter(int now, int step)
    {
        public readonly int Now => now;
        public int Start = now + step;

        public int Limited { readonly get => field; set => field = value > 5 ? 5 : value; } = 7;

        public void Step() => now += step;
    }

    struct Preset
    {
        public int A = 4;
        public int B = Twice(2);

        public Preset() { }

        public Preset(int a) : this() => A = a;

        static int Twice(int a) => a * 2;
    }

    struct Outer
    {
        public Preset Inner;
        public Preset Kept;

        public int Property { get; set; }
    }

    struct Needed
    {
        public required int X { get; init; }
        public required int Y;
    }
}
