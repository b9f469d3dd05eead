[SchedExtOps("t")]
public sealed class T : Scheduler
{
    long largest;

    static void Order(ref int a, ref int b)
    {
        if (a > b)
            (a, b) = (b, a);
    }

    public override void Tick(TaskStruct p)
    {
        Span<int> numbers = [p.Pid, p.Prio, 3, 4, 5, 6];
        var rest = numbers[(p.Pid & 3)..];
        if (rest.Length == 3)
        {
            Order(ref rest[0], ref rest[1]);
            Order(ref rest[1], ref rest[2]);
            largest = rest[2];
        }
    }
}
