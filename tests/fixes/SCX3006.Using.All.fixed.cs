[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
    }

    readonly RingBuffer<Event> events = new(65536);

    public override void Running(TaskStruct p)
    {
        using var record = events.Reserve();
        if (record is null)
            return;
        if (p.Pid == 0)
            return;
        record.Value.Pid = p.Pid;
        record.Submit();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using var record = events.Reserve();
        if (record is null)
            return;
        if (p.Pid == 0)
            return;
        record.Value.Pid = p.Pid;
        record.Submit();
    }
}
