[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly QueueMap<int> waiting = new(1024);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (int i = 0; i < 1000; i++)
        {
            if (DispatchNrSlots() == 0 || !waiting.TryPop(out int pid))
                break;
            using TaskReference? task = TaskFromPid(pid);
            if (task is null)
                continue;
            DsqInsert(task, Dsq.Global, Slice.Default);
        }
    }
}
