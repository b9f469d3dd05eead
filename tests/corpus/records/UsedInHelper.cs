// What a helper does with a record that its caller has handed over.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer events = new(65536);

    public override void Running(TaskStruct p)
    {
        using var record = events.Reserve((uint)p.Pid & 127);
        if (record.IsNull) return;
        record.Submit();
        Fill(record);
    }

    static void Fill(DynptrView record)
    {
        record.Adjust(8, 16); //~ SCX3007
        record.Write(0, 7UL);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var record = events.Reserve(64);
        record.Write(0, p.Pid);
        Send(record);
        if (p.Pid == 1) Send(record);
    }

    static void Send(RingBufferDynptr record) => record.Submit(); //~ SCX3007

    // Before it is handed over.
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        var record = events.Reserve(64);
        Check(record);
        record.Submit();
    }

    static void Check(DynptrView record) => record.Write(0, 7UL);
}
