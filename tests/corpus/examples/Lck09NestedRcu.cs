[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pid;

    public override int Init()
    {
        int error = CreateDsq(9);
        using (Rcu.Read())
        {
            using (Rcu.Read())
            {
                TaskStruct? current = CpuCurr(0);
                if (current != null)
                    pid = current.Pid;
            }
        }
        return error;
    }
}
