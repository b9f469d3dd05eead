[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<ulong> counts = new(64);
    readonly PerCpuArray<ulong> local = new(2);

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        counts[cpu]++; //~ SCX2011
        if (cpu is >= 0 and < 64)
            counts[cpu]++;
        for (int i = 0; i < 2; i++)
            local[i]++;
    }
}
