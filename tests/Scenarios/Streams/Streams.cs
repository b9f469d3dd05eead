namespace Scx.Scenarios;

/// <summary>Streams of records to and from user space, and loops whose turns are lambdas.</summary>
[SchedExtOps("streams")]
public sealed class Streams : Scheduler
{
    public struct Switch
    {
        public int Pid;
        public uint Cpu;
        public ulong Number;
    }

    public struct Order
    {
        public int Command, Amount;
    }

    struct Totals
    {
        public ulong Sum, Count;
    }

    readonly RingBuffer<Switch> switches = new(64 * 1024);
    readonly RingBuffer<ulong> numbers = new(4096);
    readonly UserRingBuffer<Order> orders = new(4096);
    readonly ArrayMap<ulong> squares = new(16);
    readonly HashMap<int, ulong> runs = new(1024);
    readonly PerCpuArray<ulong> here = new(1);

    readonly TaskStorage<ulong> tasks = new();
    readonly CgroupStorage<ulong> groups = new();
    readonly ArrayOfMaps<QueueMap<int>> levels = new(4, () => new(8));

    public ulong Reserved, Dropped, Discarded, Looped, Sum, Entries, Largest, Ordered, Amount, Elsewhere;
    Totals totals;

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        here[0]++;
        if (tasks.GetOrCreate(p) is { } mine)
            mine.Value++;
        using RingBufferRecord<Switch>? record = switches.Reserve();
        if (record is null)
        {
            Dropped++;
            return;
        }
        if (record.Value.Pid != 0 || record.Value.Number != 0)
            Error("a new record is not empty");
        if (p.Pid % 4 == 3)
        {
            Discarded++;
            return;
        }
        record.Value.Pid = p.Pid;
        record.Value.Cpu = (uint)TaskCpu(p);
        record.Value.Number = Reserved++;
        record.Submit();
        runs.Update(p.Pid, Reserved);
    }

    /// <inheritdoc/>
    public override int CgroupInit(Cgroup cgroup, CgroupInitArgs args)
    {
        if (groups.GetOrCreate(cgroup) is { } group)
            group.Value = cgroup.Kn.Id;
        return 0;
    }

    [SyscallProgram]
    int Level() => levels.Find(2) is { } level && level.TryPop(out int value) ? value : -1;

    [SyscallProgram]
    int Loops()
    {
        Totals sum = default;
        int turns = Loop.Run(1000, static (turn, ref sum) =>
        {
            sum.Sum += turn;
            sum.Count++;
            return turn == 499 ? LoopStep.Break : LoopStep.Continue;
        }, ref sum);
        Looped = (ulong)turns;
        Sum = sum.Sum;
        Loop.Run(16, turn =>
        {
            if (squares.Find(turn) is { } square)
                square.Value = turn * turn;
            return LoopStep.Continue;
        });
        squares.ForEach(static (in index, ref square, ref all) =>
        {
            if (square != index * index)
                all.Count = 1000;
            all.Sum += square;
            all.Count++;
            return LoopStep.Continue;
        }, ref totals);
        Entries = totals.Count;
        runs.ForEach(Visit);
        for (int cpu = 0; cpu < 2; cpu++)
        {
            if (here.Find(0, cpu) is { } other && other.Value > 0)
                Elsewhere++;
        }
        if (numbers.Reserve() is { } number)
        {
            number.Value = switches.Query(RingBufferQuery.Size);
            number.Submit(RingBufferFlags.ForceWakeup);
        }
        return (int)totals.Sum;
    }

    LoopStep Visit(in int pid, ref ulong value)
    {
        if (value > Largest)
            Largest = value;
        value = 0;
        return LoopStep.Continue;
    }

    [SyscallProgram]
    int Take()
    {
        int amount = 0;
        int taken = orders.Drain(static (in order, ref amount) =>
        {
            amount += order.Amount;
            return order.Command == 9 ? LoopStep.Break : LoopStep.Continue;
        }, ref amount);
        Amount = (ulong)amount;
        orders.Drain((in order) => { Ordered += (ulong)order.Amount; return LoopStep.Continue; });
        return taken;
    }
}
