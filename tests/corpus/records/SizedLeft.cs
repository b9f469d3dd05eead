[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer events = new(65536);

    public override void Running(TaskStruct p)
    {
        var record = events.Reserve(64);
        if (record.IsNull) return; //~ SCX3006
        record.Write(0, p.Pid);
        record.Submit();
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        for (uint i = 0; i < 4; i++)
        {
            var record = events.Reserve(16); //~ SCX3006
            if (record.Write(0, i) == 0) record.Submit();
        }
    }

    public override void Tick(TaskStruct p)
    {
        events.Reserve(16); //~ SCX3004
    }
}
