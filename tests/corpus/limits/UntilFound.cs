[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;
    ulong free;

    public override void Tick(TaskStruct p)
    {
        int i = 0;
        while (i < 64 && counts[i] != 0)
            i++;
        if (i < 64)
            free++;
    }
}
