// Two ways that meet, on each an access to memory of another kind: LLVM would make one instruction of them, which the verifier refuses.
[SchedExtOps("t")]
public sealed class AccessesThatMeet : Scheduler
{
    struct Stats { public ulong Runs, Last; }

    sealed class Node : TreeNode
    {
        public ulong Key, Runs;
    }

    readonly Arena arena = new(16);
    readonly TaskStorage<ArenaPointer<Stats>> tasks = new();
    ArenaPool<Stats> pool;
    BpfSpinLock treeLock;
    RbTree<Node> tree;
    Stats global;
    ulong sum;

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        var stats = pool.Rent(arena);
        if (tasks.GetOrCreate(p) is { } slot)
            slot.Value = stats;
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is { Value: { IsNull: false } stats })
            stats.Value.Runs++;
        else
            global.Runs++;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (tasks.Find(p) is { Value: { IsNull: false } stats })
            sum += stats.Value.Last;
        else
            sum += global.Last;
    }

    public override void Enable(TaskStruct p)
    {
        Node? node = New<Node>();
        if (node is null)
            return;
        if (p.Pid > 7)
            node.Runs = p.Scx.Weight;
        else
            global.Last = p.Scx.Weight;
        using (treeLock.EnterScope())
            tree.Add(node, static (a, b) => a.Key < b.Key);
    }

    public override void Tick(TaskStruct p)
    {
        if (p.Pid > 7)
            p.Scx.Slice = sum;
        else
            global.Last = sum;
    }
}
