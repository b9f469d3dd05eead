[SchedExtOps("t", Flags = OpsFlags.KeepBuiltinIdle)]
public sealed class T : Scheduler
{
    ulong changes;

    public override void UpdateIdle(int cpu, bool idle) => changes++;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpu(p.CpusPtr);
        return cpu >= 0 ? cpu : prevCpu;
    }
}
