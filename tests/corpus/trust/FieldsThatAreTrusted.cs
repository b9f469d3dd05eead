[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    int cpu;

    public override void Running(TaskStruct p)
    {
        cpu = TaskCpu(p.RealParent) + TaskCpu(p.GroupLeader);
        if (p.CpusPtr.Test(cpu))
            total++;
        total += p.RealParent.RealParent.Scx.DsqVtime;
    }
}
