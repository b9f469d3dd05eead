[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    ulong vtimeNow;
    Counts counts;
    readonly uint nrCpus = 1;

    public override void Tick(TaskStruct p)
    {
        ulong sum = 0;
        for (uint i = 0; i < nrCpus && i < 64; i++)
            sum += counts[(int)i];
        vtimeNow = sum;
    }
}
