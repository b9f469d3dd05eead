[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
            DsqInsert(p, Dsq.Local, Slice.Default);
        return cpu;
    }

    bool TryLocal(TaskStruct p)
    {
        if (p.Scx.Weight <= 100)
            return false;
        DsqInsert(p, Dsq.Local, Slice.Default);
        return true;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (!TryLocal(p))
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is null || prev.Scx.Weight == 0)
            return;
        for (int i = 0; i < 4 && DispatchNrSlots() > 0; i++)
            DsqInsert(prev, Dsq.Global, Slice.Default);
    }
}
