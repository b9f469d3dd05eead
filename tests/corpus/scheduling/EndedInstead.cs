[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Context { public ulong Deadline; public bool Heavy; }
    readonly TaskStorage<Context> contexts = new();
    readonly QueueMap<int> waiting = new(4096);
    ulong dropped;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (contexts.Find(p) is not { } context)
        {
            Error($"{p.Pid} has no context");
            return;
        }
        if (context.Value.Heavy && waiting.Push(p.Pid) == 0)
            return;
        dropped++;
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (int i = 0; i < 8; i++)
        {
            if (!waiting.TryPop(out int pid))
                break;
            using TaskReference? p = TaskFromPid(pid);
            if (p is null)
                continue;
            DsqInsert(p, Dsq.Global, Slice.Default);
        }
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args) => contexts.GetOrCreate(p) is null ? -12 : 0;
}
