[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.LocalOn | 1, Slice.Default, enqFlags); //~ SCX7007

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        using CpumaskReference online = GetOnlineCpumask();
        int cpu = PickIdleCpu(online);
        if (cpu < 0)
            return prevCpu;
        DsqInsert(p, Dsq.LocalOn | (uint)cpu, Slice.Default); //~ SCX7007
        return cpu;
    }
}
