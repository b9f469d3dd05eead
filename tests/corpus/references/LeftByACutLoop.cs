[SchedExtOps("t")]
public sealed class T : Scheduler
{
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
}
