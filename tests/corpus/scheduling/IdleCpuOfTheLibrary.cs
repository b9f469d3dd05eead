[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong idles;

    public override void UpdateIdle(int cpu, bool idle) => idles += idle ? 1u : 0u;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = IdleCpu.Claim(p, prevCpu); //~ SCX7009
        return cpu >= 0 ? cpu : prevCpu;
    }
}
