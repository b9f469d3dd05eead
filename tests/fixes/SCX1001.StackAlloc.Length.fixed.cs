[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong sum;

    public override void Tick(TaskStruct p)
    {
        Span<ulong> history = stackalloc ulong[8];
        for (int i = 0; i < history.Length; i++)
            history[i] = p.Scx.Slice;
        sum += history[3];
    }
}
