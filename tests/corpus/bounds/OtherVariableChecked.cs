[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        int other = TaskCpu(p.RealParent);
        if ((uint)cpu >= 64)
            return;
        counts[other]++; //~ SCX2010
    }
}
