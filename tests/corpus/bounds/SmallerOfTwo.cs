[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    uint used;

    public override void Running(TaskStruct p)
    {
        uint last = used < 63 ? used : 63;
        counts[(int)last]++;
        used = last + 1;
    }
}
