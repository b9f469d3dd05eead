[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Performance of busy CPUs")]
    readonly uint performance = 1024;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Scx.Weight > 100)
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags | EnqFlags.Preempt | EnqFlags.Head);
        else
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags | EnqFlags.Immed);
    }

    public override void Running(TaskStruct p)
    {
        KickCpu(0, p.Pid == 1 ? KickFlags.Idle : KickFlags.Preempt);
        KickCpu(1, KickFlags.Preempt | KickFlags.Wait);
        CpuPerfSet(0, CpuPerf.One);
        CpuPerfSet(1, performance);
    }
}
