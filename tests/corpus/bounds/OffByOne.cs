[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        uint weight = p.Scx.Weight;
        if (weight > 64)
            return;
        counts[(int)weight]++; //~ SCX2010
    }
}
