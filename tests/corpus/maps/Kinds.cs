[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Event
    {
        public int Pid;
        public ulong At;
    }

    struct Address
    {
        public uint Bits;
        public uint Value;
    }

    readonly LruHashMap<int, ulong> recent = new(64);
    readonly PerCpuLruHashMap<int, ulong> perCpu = new(64);
    readonly HashMap<ulong, Event> sparse = new(1_000_000, HashMapFlags.NoPreallocation);
    readonly LpmTrie<Address, int> routes = new(16);
    readonly BloomFilter<int> seen = new(1000, hashFunctions: 3);
    readonly RingBuffer<Event> events = new(65536);
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(4096));
    readonly HashOfMaps<ulong, ArrayMap<ulong>> groups = new(16, () => new(8));

    public override void Running(TaskStruct p)
    {
        recent.Update(p.Pid, 1);
        if (recent.TryGet(p.Pid, out var count))
            count.Value++;
        perCpu.Update(p.Pid, 1, MapUpdateFlags.NoExist);
        sparse.Update(p.StartTime, new Event());
        if (routes.Find(new Address()) is { } route)
            route.Value++;
        if (!seen.MayContain(p.Pid))
            seen.Add(p.Pid);
        events.Output(default, RingBufferFlags.NoWakeup);
        if (levels.Find((uint)p.Pid % 5) is { } level)
            level.Push(p.Pid);
        if (groups.Find(1)?.Find(2) is { } value)
            value.Value++;
    }
}
