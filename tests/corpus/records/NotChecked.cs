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
        using RingBufferRecord<Event>? e = events.Reserve();
        e!.Value.Pid = p.Pid; //~ SCX2001
        e.Submit();
    }
}
