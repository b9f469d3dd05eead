[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pid;

    public override int Init()
    {
        CreateDsq(1);
        TaskStruct? p;
        using (Rcu.Read())
            p = CpuCurr(0);
        if (p is not null)
            pid = TaskCpu(p); //~ SCX2025
        return 0;
    }
}
