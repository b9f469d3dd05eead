[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        for (uint cpu = 0; cpu < NrCpuIds() && cpu < 1024; cpu++)
        {
            int error = CreateDsq(cpu);
            if (error < 0)
                return error;
        }
        return 0;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, (ulong)TaskCpu(p), Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal((ulong)cpu);
}
