[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
            DsqInsert(p, Dsq.Local, Slice.Default);
        if (cpu == 0)
            DsqInsert(p, Dsq.Global, Slice.Default); //~ SCX7005
        return cpu;
    }

    void Place(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.Global, Slice.Default, enqFlags); //~ SCX7005

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        if (p.Scx.Weight > 100)
            Place(p, enqFlags);
    }
}
