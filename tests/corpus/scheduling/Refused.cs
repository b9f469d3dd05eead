[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init() => CreateDsq(3);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Scx.Weight > 100)
            DsqInsert(p, 3, Slice.Default, EnqFlags.Immed); //~ SCX7011
        else
            DsqInsert(p, 3, Slice.Default, (EnqFlags)(1UL << 57)); //~ SCX7011
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(3);

    public override void Running(TaskStruct p)
    {
        KickCpu(0, KickFlags.Idle | KickFlags.Preempt); //~ SCX7011
        CpuPerfSet(0, 5000); //~ SCX7011
    }
}
