[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        for (int i = 63; i >= 0; i--)
            total += counts[i];
    }
}
