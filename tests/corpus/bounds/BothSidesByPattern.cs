[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        if (cpu is >= 0 and < 64)
            counts[cpu]++;
    }
}
