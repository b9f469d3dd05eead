namespace Scx.Scenarios;

/// <summary>Reads and writes the streams of a scheduler, and what it keeps for tasks and cgroups.</summary>
static class StreamsBothWays
{
    public static void Run(Facts facts)
    {
        using var loaded = Objects.Load("streams");
        using var attached = loaded.Attach();
        using var switches = attached.ReadRingBuffer<Streams.Switch>("switches");
        using var numbers = attached.ReadRingBuffer<ulong>("numbers");
        using var orders = attached.WriteRingBuffer<Streams.Order>("orders");
        Objects.Sleep(times: 5);
        facts["waited"] = switches.Wait(TimeSpan.FromSeconds(5));
        (bool inOrder, ulong next) = (true, 0);
        while (switches.TryRead(out var record))
            inOrder &= record.Number == next++ && record.Pid % 4 != 3;
        facts["inOrder"] = inOrder && next > 0 && switches.Mismatched == 0;
        facts["discarded"] = attached.Global<ulong>("Discarded").Value > 0;

        for (int amount = 1; amount <= 10; amount++)
            facts["written"] = orders.TryWrite(new Streams.Order { Command = amount, Amount = amount });
        facts["taken"] = attached.Run("Take");
        facts["amount"] = attached.Global<ulong>("Amount").Value;
        facts["rest"] = attached.Global<ulong>("Ordered").Value;

        facts["squares"] = attached.Run("Loops");
        facts["turns"] = attached.Global<ulong>("Looped").Value;
        facts["sum"] = attached.Global<ulong>("Sum").Value;
        facts["entries"] = attached.Global<ulong>("Entries").Value;
        facts["largest"] = attached.Global<ulong>("Largest").Value > 0;
        facts["elsewhere"] = attached.Global<ulong>("Elsewhere").Value;
        facts["size"] = numbers.Wait(TimeSpan.FromSeconds(5)) && numbers.TryRead(out ulong size) ? size : 0;

        var (tasks, groups, levels) = (attached.TaskStorage<ulong>("tasks"), attached.CgroupStorage<ulong>("groups"), attached.Queue<int>("levels[2]"));
        int self = Environment.ProcessId;
        facts["task"] = tasks.TryGet(self, out ulong runs) && runs > 0;
        facts["taskSet"] = tasks.TrySet(self, 1_000_000) && tasks.TryGet(self, out runs) && runs >= 1_000_000;
        facts["noTask"] = tasks.TryGet(0x3fffff, out _);
        facts["group"] = groups.TryGet("/sys/fs/cgroup", out ulong id) && id == 1;
        facts["groupGone"] = groups.Remove("/sys/fs/cgroup") && !groups.TryGet("/sys/fs/cgroup", out _);
        facts["levels"] = levels.TryPush(42) && attached.Run("Level") == 42;
        facts["exit"] = attached.Detach()!.Reason;
    }
}
