[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong vtime;

    public override int Init()
    {
        int error = CreateDsq(1);
        TaskReference? current = null;
        using (Rcu.Read())
        {
            TaskStruct? running = CpuCurr(0);
            if (running is not null)
                current = running.Acquire();
        }
        if (current is not null)
        {
            vtime = current.Scx.DsqVtime;
            current.Dispose();
        }
        return error;
    }
}
