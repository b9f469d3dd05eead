[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Arr64 { uint element; }

    Arr64 counts;

    public override void Tick(TaskStruct p)
    {
        foreach (int i in Loop.Range(0, (int)NrCpuIds()))
            counts[i] = 0; //~ SCX2010
    }
}
