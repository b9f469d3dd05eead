[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pids;

    public override int Init()
    {
        CreateDsq(1);
        using var all = Rcu.Read();
        using (Preemption.Disable())
        using (Interrupts.Disable())
        {
            pids++;
            if (pids > 3)
                return 0;
        }
        return 0;
    }

    public override void Tick(TaskStruct p)
    {
        using (Rcu.Read())
        using (Rcu.Read())
            pids += p.RealParent.Pid;
    }
}
