[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Shared = 0;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool idle);
        if (idle)
        {
            DsqInsert(p, Dsq.Local, Slice.Default);
            return cpu;
        }
        if (p.Flags.HasFlag(TaskFlags.KernelThread) && p.NrCpusAllowed == 1)
            DsqInsert(p, Dsq.Local, Slice.Default, EnqFlags.Preempt);
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Shared, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Shared);

    public override int Init() => CreateDsq(Shared);
}
