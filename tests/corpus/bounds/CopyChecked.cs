[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        int index = cpu;
        if ((uint)index >= 64)
            return;
        counts[cpu]++;
        int next = index + 1;
        if (next < 64)
            counts[next]++;
    }
}
