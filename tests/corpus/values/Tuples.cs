// Tuples: made, taken apart, swapped, compared, returned, in fields and maps, of more than seven elements.
[SchedExtOps("tuples")]
public sealed class Tuples : Scheduler
{
    (int Low, long High) range;
    int count;
    ulong a, b;

    readonly ArrayMap<(byte Kind, long Total)> totals = new(3);

    int Property { get => count; set => count = value; }

    int this[int index] { get => index; set => count += value; }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        (a, b) = (b, a);
        var (cpu, isIdle) = Pick(p);
        (int low, long high) = (cpu, 4);
        (count, _) = Pick(p);
        (Property, this[2]) = (low, cpu);
        range = (low, high);
        range.Low++;
        (long wide, var (pid, _)) = (low, new Named(p.Pid, 2));
        if ((low, high) == range || range != (1, wide) || !isIdle)
            count += pid;
        totals[1] = (1, 2);
        totals[2].Total += totals[1].Kind;
        (byte, short) narrow = (3, 4);
        (long First, long) widened = narrow;
        var many = (1, 2, 3, 4, 5, 6, 7, 8, 9L, p.Pid);
        count += (int)(widened.First + many.Item8 + many.Item10);
    }

    (int Cpu, bool IsIdle) Pick(TaskStruct p) => (p.Pid & 3, p.Pid > 2);

    readonly struct Named(int pid, int weight)
    {
        public void Deconstruct(out int p, out int w) => (p, w) = (pid, weight);
    }
}
