[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }

    Counts counts;
    ulong total;

    public override void Running(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        bool valid = (uint)cpu < 64;
        total++;
        if (valid)
            counts[cpu]++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        int cpu = TaskCpu(p);
        bool valid = false;
        if (cpu >= 0 && cpu < 64)
            valid = true;
        total++;
        if (valid && runnable)
            counts[cpu]++;
    }
}
