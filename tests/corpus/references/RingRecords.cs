[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public struct Event
    {
        public int Pid;
        public ulong Time;
    }

    readonly RingBuffer<Event> events = new(4096);

    public override void Running(TaskStruct p)
    {
        using RingBufferRecord<Event>? record = events.Reserve();
        if (record is null)
            return;
        record.Value.Pid = p.Pid;
        if (p.Pid == 7)
            return;
        record.Submit();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        RingBufferRecord<Event>? record = events.Reserve();
        if (record is null)
            return;
        record.Value.Pid = p.Pid;
        if (p.Pid == 7)
            return; //~ SCX3006
        record.Submit();
    }

    public override void Tick(TaskStruct p)
    {
        using RingBufferRecord<Event>? record = events.Reserve();
        record.Value.Pid = p.Pid; //~ SCX2001
        record.Discard();
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        if (events.Reserve() is { } record)
            record.Submit();
        if (events.Reserve() is { } other)
        {
            other.Discard(RingBufferFlags.NoWakeup);
            other.Value.Pid = 1; //~ SCX3007
        }
    }
}
