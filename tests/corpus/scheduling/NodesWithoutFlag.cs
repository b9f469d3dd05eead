[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpuNode(p.CpusPtr, 0); //~ SCX7016
        return cpu >= 0 ? cpu : prevCpu;
    }
}
