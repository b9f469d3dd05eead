[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Sum
    {
        public ulong Total;
        public int Seen;
    }

    readonly HashMap<int, ulong> runs = new(64);
    readonly PerCpuHashMap<int, ulong> local = new(64);
    readonly ArrayMap<ulong> table = new(8);
    readonly UserRingBuffer<int> orders = new(4096);
    ulong total;
    Sum kept;

    public override void Running(TaskStruct p)
    {
        Sum sum = default;
        int seen = runs.ForEach(static (in pid, ref value, ref sum) =>
        {
            sum.Total += value;
            sum.Seen++;
            return sum.Seen == 10 ? LoopStep.Break : LoopStep.Continue;
        }, ref sum);
        table.ForEach(Add);
        local.ForEach(static (in pid, ref value, ref kept) => { kept.Total += value; return LoopStep.Continue; }, ref kept);
        if (local.Find(p.Pid, 1) is { } other)
            total += other.Value;
        total += sum.Total + (ulong)seen;
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        orders.Drain((in order) =>
        {
            total += (ulong)order;
            return LoopStep.Continue;
        });
        Loop.Run(100, turn =>
        {
            total += turn;
            return LoopStep.Continue;
        });
        int unknown = cpu;
        Loop.Run(10, turn => //~ SCX1034
        {
            total += (ulong)unknown;
            return LoopStep.Continue;
        });
    }

    LoopStep Add(in uint index, ref ulong value)
    {
        total += value + index;
        return LoopStep.Continue;
    }
}
