[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    static bool IsKnown(int cpu) => (uint)cpu < 64;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        if (!IsKnown(cpu))
            return;
        counts[cpu]++;
    }
}
