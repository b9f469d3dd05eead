[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        uint i = p.Scx.Weight;
        if (i >= 64)
            return;
        i++;
        counts[(int)i]++; //~ SCX2010
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        uint i = p.Scx.Weight;
        if (i >= 63)
            return;
        i++;
        counts[(int)i]++;
    }
}
