[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        for (int i = 0; i <= 64; i++)
            counts[i] = 0; //~ SCX2010
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        for (int i = 63; i >= -1; i--)
            counts[i] = 0; //~ SCX2010
    }
}
