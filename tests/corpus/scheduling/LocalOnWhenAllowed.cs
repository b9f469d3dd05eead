[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int next;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.CpusPtr.Test(1) && p.MigrationDisabled == 0)
            DsqInsert(p, Dsq.LocalOn | 1, Slice.Default, enqFlags);
        else
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = PickIdleCpu(p.CpusPtr);
        if (cpu < 0)
            return prevCpu;
        DsqInsert(p, Dsq.LocalOn | (uint)cpu, Slice.Default);
        next = cpu;
        return cpu;
    }
}
