[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    ulong vtimeNow;
    Counts counts;

    public override void Tick(TaskStruct p)
    {
        uint n = 0;
        for (int i = 0; i < 64; i++)
            n += counts[i];
        vtimeNow = n;
    }
}
