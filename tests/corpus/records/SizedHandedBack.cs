[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer events = new(65536);

    public override void Running(TaskStruct p)
    {
        using var record = Begin(p.Pid);
        Other(out var other);
        other.Discard();
        record.Submit();
    }

    RingBufferDynptr Begin(int pid) //~ SCX3011
    {
        var record = events.Reserve(64);
        record.Write(0, pid);
        return record;
    }

    void Other(out RingBufferDynptr record) => record = events.Reserve(8); //~ SCX3011
}
