[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<ulong> sums = new(16);
    uint turns;
    ulong sum;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        using TaskReference? task = TaskFromPid(1);
        if (task is null)
            return;
        for (uint i = 0; i < turns; i++)
            sum += task.Scx.Weight;
    }

    public override void Running(TaskStruct p)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        for (uint i = 0; i < 40; i++)
            sum += task.Scx.Weight * i;
        foreach (int i in Loop.Range(0, (int)turns))
            sum += task.Scx.Weight;
        task.Dispose();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        ulong weight = task.Scx.Weight;
        task.Dispose();
        for (uint i = 0; i < turns; i++)
            sum += weight;
        sums[5] += weight;
    }
}
