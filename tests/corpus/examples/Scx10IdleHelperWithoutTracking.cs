[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    public override void UpdateIdle(int cpu, bool idle) => counts[cpu & 63] = idle ? 1u : 0u;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpu(p.CpusPtr); //~ SCX7009
        return cpu >= 0 ? cpu : prevCpu;
    }
}
