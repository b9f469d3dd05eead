[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        for (int i = 64; i > 0; i--)
            counts[i] = 0; //~ SCX2010
    }
}
