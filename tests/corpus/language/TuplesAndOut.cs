[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong low, high;

    static (ulong Low, ulong High) Ordered(ulong a, ulong b) => a < b ? (a, b) : (b, a);

    static bool TryHalve(ulong number, out ulong half)
    {
        half = number / 2;
        return half > 0;
    }

    public override void Running(TaskStruct p)
    {
        (low, high) = Ordered(p.Scx.Slice, p.Scx.DsqVtime);
        if (TryHalve(high, out ulong half))
            low = half;
    }
}
