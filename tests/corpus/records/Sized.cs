// Records of any size: submitted, discarded and disposed of on every path, also where there was no room; views of them and of values in maps.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Header
    {
        public int Pid;
        public uint Length;
    }

    struct Entry
    {
        public ulong First, Second;
    }

    readonly RingBuffer events = new(65536);
    readonly UserRingBuffer orders = new(4096);
    readonly HashMap<int, Entry> entries = new(64);
    ulong lost, total;

    public override void Running(TaskStruct p)
    {
        using var record = events.Reserve((uint)p.Pid & 127);
        if (record.IsNull)
        {
            lost++;
            return;
        }
        if (p.Pid == 1) return;
        record.Write(0, new Header { Pid = p.Pid });
        if (record.Data<Header>(0) is { } header) header.Value.Length = 8;
        Fill(record);
        record.Submit();
    }

    static void Fill(DynptrView record)
    {
        record.Adjust(8, 16);
        record.Write(0, 7UL);
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var record = events.Reserve(64);
        if (p.Pid == 1)
        {
            record.Discard(RingBufferFlags.NoWakeup);
            return;
        }
        record.Clone().Write(0, p.Pid);
        record.Submit();
    }

    // Where it was submitted nothing is left to dispose of.
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        using var record = events.Reserve(64);
        if (record.Write(0, p.Pid) == 0 && p.Pid != 1)
            record.Submit();
        total++;
    }

    public override void Tick(TaskStruct p)
    {
        for (uint i = 0; i < 4; i++)
        {
            using var record = events.Reserve(16 * i);
            if (record.IsNull) continue;
            record.Submit();
        }
        if (entries.Find(p.Pid) is not { } entry) return;
        var view = DynptrView.Of(entry);
        view.Read(8, out ulong second);
        var inner = view.Clone();
        inner.Adjust(0, 8);
        total += second + inner.Size;
        orders.Drain((order) =>
        {
            if (order.Read(0, out Entry given) == 0) total += given.First;
            return LoopStep.Continue;
        });
        events.Output(3);
    }
}
