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
        e.Value.Pid = p.Pid;
        e.Submit();
        e.Submit(); //~ SCX3007
    }
}
