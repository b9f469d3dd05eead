[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly ArrayMap<ulong> sums = new(16);
    readonly RingBuffer<ulong> events = new(4096);
    uint turns;
    ulong sum;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        TaskReference? task = TaskFromPid(1);
        if (task is null)
            return;
        for (uint i = 0; i < turns; i++) //~ SCX3001
            sum += task.Scx.Weight;
        task.Dispose();
    }

    public override void Running(TaskStruct p)
    {
        var record = events.Reserve();
        if (record is null)
            return;
        record.Value = 0;
        for (uint i = 0; i < turns; i++) //~ SCX3006
            record.Value += i;
        record.Submit();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        TaskReference? task = TaskFromPid(p.Tgid);
        if (task is null)
            return;
        sums[turns % 19] += task.Scx.Weight; //~ SCX3001 SCX2011
        task.Dispose();
    }
}
