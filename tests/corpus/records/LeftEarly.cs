// Whether a record has been submitted by where it is disposed of, on ways out of the method that part only after it.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer events = new(65536);
    ulong total;

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        using var record = events.Reserve(64);
        if (record.Write(0, p.Pid) == 0 && p.Pid != 1)
            record.Submit();
        if (p.Pid == 4711) return;
        total++;
    }

    public override void Running(TaskStruct p)
    {
        for (uint i = 0; i < 4; i++)
        {
            using var record = events.Reserve(16 * i);
            if (record.Write(0, p.Tgid) == 0)
                record.Submit();
            if (p.Prio == i) break;
            if (p.Prio == i + 1) continue;
            total++;
        }
    }
}
