[SchedExtOps("t", Flags = OpsFlags.BuiltinIdlePerNode)]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpuNode(p.CpusPtr, CpuNode(prevCpu));
        if (cpu < 0)
            cpu = PickAnyCpuNode(p.CpusPtr, CpuNode(prevCpu));
        if (TestAndClearCpuIdle(prevCpu))
            return prevCpu;
        return cpu >= 0 ? cpu : prevCpu;
    }
}
