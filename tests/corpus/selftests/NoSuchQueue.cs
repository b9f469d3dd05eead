[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
            DsqInsert(p, 0xcafef00d, Slice.Default); //~ SCX7001
        return cpu;
    }
}
