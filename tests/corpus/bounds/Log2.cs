[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(32)] struct Hist { ulong a; }
    Hist hist;
    public override void Stopping(TaskStruct p, bool runnable)
    {
        ulong used = Slice.Default - p.Scx.Slice;
        hist[System.Numerics.BitOperations.Log2(used)]++; //~ SCX2010
    }
}
