[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Header
    {
        public int Pid;
    }

    readonly RingBuffer events = new(65536);

    public override void Running(TaskStruct p)
    {
        using var record = events.Reserve(64);
        record.Submit();
        record.Write(0, p.Pid); //~ SCX3007
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        using var record = events.Reserve(64);
        if (record.Data<Header>(0) is not { } header) return;
        record.Submit();
        header.Value.Pid = p.Pid; //~ SCX3010
    }

    public override void Tick(TaskStruct p)
    {
        using var record = events.Reserve(64);
        var view = record.Clone();
        record.Submit();
        view.Write(0, p.Pid); //~ SCX3010
    }

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        using var record = events.Reserve(64);
        var header = record.Clone().Data<Header>(0);
        record.Discard();
        if (header is not null) header.Value.Pid = p.Pid; //~ SCX3010
    }

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        using var record = events.Reserve(64);
        record.Data<Header>(0)!.Value.Pid = p.Pid; //~ SCX2001
    }
}
