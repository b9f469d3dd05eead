public struct Kept { public TaskKptr Task; public ulong Count; }

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Queue = 1;
    readonly ArrayMap<Kept> kept = new(1);

    public override void Running(TaskStruct p)
    {
        p.Scx.Slice = 5;
        if (p.RealParent is { } parent)
            parent.Scx.DsqVtime = 3;
        if (p.GroupLeader is { } leader)
            Renew(leader);
        if (CpuCurr(0) is { } current)
            current.Scx.Slice = 5;
        GetCurrentTask().Scx.Slice = 5;
        using TaskReference? found = TaskFromPid(p.LastWakee?.Pid ?? 1);
        if (found is not null)
            found.Scx.Slice = 5;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var task = kept[0].Task.Value;
        if (task is not null)
            task.Scx.Slice = 5;
        if (kept[0].Count > 0)
            return;
        using var old = kept[0].Task.Exchange(p.Acquire());
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is not null)
            prev.Scx.Slice = 5;
        if (DsqPeek(Queue) is { } first)
            first.Scx.DsqVtime = 3;
        DsqIterator tasks = DsqTasks(Queue);
        foreach (TaskStruct p in tasks)
            p.Scx.DsqVtime = 3;
    }

    public override int Init()
    {
        var task = GetCurrentTask();
        using (Rcu.Read())
        {
            if (task.RealParent is { } parent)
                parent.Scx.Slice = 5;
        }
        return CreateDsq(Queue);
    }

    static void Renew(TaskStruct p) => p.Scx.Slice = Slice.Default;
}
