[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Tick(TaskStruct p)
    {
        while (true) //~ SCX5001
            counts[0]++;
    }
}
