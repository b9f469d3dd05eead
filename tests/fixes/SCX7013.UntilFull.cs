[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(1024);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (int i = 0; i < 64; i++)
        {
            if (!waiting.TryPop(out int pid))
                return;
            using TaskReference? task = TaskFromPid(pid);
            if (task is null)
                return;
            DsqInsert(task, Dsq.Global, Slice.Default);
        }
    }
}
