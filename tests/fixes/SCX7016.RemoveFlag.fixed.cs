[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpu(p.CpusPtr);
        return cpu >= 0 ? cpu : prevCpu;
    }
}
