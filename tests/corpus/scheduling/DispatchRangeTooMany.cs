[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(1024);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        foreach (int i in Loop.Range(0, 64))
        {
            if (!waiting.TryPop(out int pid))
                continue;
            using TaskReference? task = TaskFromPid(pid);
            if (task is null)
                continue;
            DsqInsert(task, Dsq.Global, Slice.Default); //~ SCX7013
        }

        for (int i = 0; i < 40; i++)
        {
            if (waiting.TryPop(out int pid) && TaskFromPid(pid) is { } task)
            {
                DsqInsert(task, Dsq.Global, Slice.Default); //~ SCX7013
                task.Dispose();
            }
        }
    }
}
