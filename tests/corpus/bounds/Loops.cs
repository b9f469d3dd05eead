[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    readonly uint nrCpus = 1;
    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i < 64; i++)
            counts[i] = 0;
        for (int i = 63; i >= 0; i--)
            counts[i] = 1;
        for (uint i = 0; i < nrCpus && i < 64; i++)
            total += counts[(int)i];
        int at = 0;
        while (at < 64)
        {
            counts[at] = 2;
            at += 4;
        }
        for (int i = 0; i < 8; i++)
        {
            for (int j = 0; j < 8; j++)
                counts[i * 8 + j]++;
        }
    }
}
