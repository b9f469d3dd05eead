[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpu;

    public override int Init()
    {
        CreateDsq(1);
        using (Rcu.Read())
        {
            TaskStruct? p;
            using (Rcu.Read())
                p = CpuCurr(0);
            if (p is not null)
                cpu = TaskCpu(p);
        }
        return 0;
    }
}
