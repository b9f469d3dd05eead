[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    static bool IsCpu(int cpu) => (uint)cpu < 64;

    uint Get(int cpu) => counts[cpu];

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        if (IsCpu(cpu))
            counts[cpu]++;
        if (!IsCpu(cpu))
            return;
        total += Get(cpu);
    }
}
