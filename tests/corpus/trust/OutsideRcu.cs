[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override int Init()
    {
        int error = CreateDsq(1);
        TaskStruct? current = CpuCurr(0); //~ SCX2025
        if (current is not null)
            total += (ulong)current.Pid;
        return error;
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        CreateDsq((ulong)p.Pid);
        total += (ulong)TaskCpu(p);
        using (Rcu.Read())
            total += (ulong)TaskCpu(p.RealParent);
        return TaskCpu(p.RealParent) < 0 ? -1 : 0; //~ SCX2025
    }

    public override void Tick(TaskStruct p)
    {
        TaskStruct? current = CpuCurr(0);
        if (current is not null)
            total += (ulong)TaskCpu(current);
    }
}
