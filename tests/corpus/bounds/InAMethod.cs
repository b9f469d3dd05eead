[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    uint Get(int cpu) => counts[cpu]; //~ SCX2010

    public override void Running(TaskStruct p)
    {
        total += Get(TaskCpu(p));
    }
}
