[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        if (cpu < 0 || cpu > 63)
            cpu = 0;
        counts[cpu]++;
        int other = cpu < 63 ? cpu + 1 : 0;
        counts[other]++;
    }
}
