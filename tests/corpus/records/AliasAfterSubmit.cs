[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
        public ulong At;
    }

    readonly RingBuffer<Event> events = new(65536);

    public override void Running(TaskStruct p)
    {
        RingBufferRecord<Event>? e = events.Reserve();
        if (e is null) return;
        RingBufferRecord<Event> same = e;
        e.Submit();
        same.Value.Pid = p.Pid; //~ SCX3007
    }
}
