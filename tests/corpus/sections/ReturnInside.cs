[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Tick(TaskStruct p)
    {
        using (Rcu.Read())
        {
            if (p.Pid == 0)
                return;
            using (Preemption.Disable())
            {
                if (p.Pid == 1)
                    return;
                total++;
            }
        }
    }
}
