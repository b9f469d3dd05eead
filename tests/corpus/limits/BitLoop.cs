[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p)
    {
        ulong bits = p.Scx.DsqVtime;
        while (bits != 0)
        {
            seen += (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
        }
    }
}
