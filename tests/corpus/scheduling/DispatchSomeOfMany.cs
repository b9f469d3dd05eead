// What a condition of the scheduler's lets through may be few; so may what a range within the batch finds.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(1024);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        foreach (int i in Loop.Range(0, 32))
        {
            if (!waiting.TryPop(out int pid))
                continue;
            using TaskReference? task = TaskFromPid(pid);
            if (task is not null)
                DsqInsert(task, Dsq.Global, Slice.Default);
        }

        for (int i = 0; i < 64; i++)
        {
            if (!waiting.TryPop(out int pid) || pid % 8 != 0)
                continue;
            using TaskReference? task = TaskFromPid(pid);
            if (task is not null)
                DsqInsert(task, Dsq.Global, Slice.Default);
        }
    }
}
