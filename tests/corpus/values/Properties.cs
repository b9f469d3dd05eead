// Properties and indexers changed in place, of the scheduler and of structs.
[SchedExtOps("properties")]
public sealed class Properties : Scheduler
{
    int count;
    Meter meter;

    int Plain { get; set; }

    int Counted { get => count; set => count = value + 1; }

    int this[int index] { get => index + count; set => count = value; }

    Meter Whole { get => meter; set => meter = value; }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Plain++;
        Plain += Counted--;
        this[p.Pid] += 3;
        this[2]++;
        Meter own = default;
        own.Value++;
        own.Value <<= p.Pid;
        own[3] -= p.Pid > 3 ? 1 : 2;
        Whole += 5;
        Whole++;
        count += own.Value + Whole.Value;
        Order(second: Next(), first: Next());
    }

    int Next() => ++count;

    void Order(int first, int second) => count += first - second;

    struct Meter
    {
        int value;

        public int Value { readonly get => value; set => this.value = value; }

        public int this[int by] { readonly get => value + by; set => this.value = value - by; }

        public static Meter operator +(Meter a, int b) => new() { value = a.value + b };

        public static Meter operator ++(Meter a) => a + 1;
    }
}
