[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p)
    {
        Span<uint> window = stackalloc uint[8];
        for (int i = 0; i < window.Length; i++)
            window[i] = p.Scx.Weight + (uint)i;
        foreach (uint weight in window)
            total += weight;
    }
}
