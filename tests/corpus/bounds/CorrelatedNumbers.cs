[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        uint weight = p.Scx.Weight;
        int index = weight > 10 ? 100 : 5;
        total++;
        if (weight <= 10)
            counts[index]++;
    }
}
