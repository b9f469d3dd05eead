[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded { public BpfSpinLock Lock; public ulong A, B; }
    struct MaskSlot { public CpumaskKptr Mask; public TaskKptr Task; public CgroupKptr Group; }
    struct Tick { public BpfTimer Timer; public BpfWork Work; public ulong Count; public ulong Works; }
    struct Budget { public BpfSpinLock Lock; public RbTree<Node> Tree; public ulong Size; }
    struct Row { public BpfSpinLock Lock; public ObjectList<Item> List; }
    struct Stash { public ObjectKptr<Node> Node; }
    sealed class Node : TreeNode { public ulong Vtime; public ulong Id; }
    sealed class Item : ListNode { public ulong Number; }

    readonly ArrayMap<Guarded> guarded = new(1);
    readonly ArrayMap<MaskSlot> masks = new(1);
    readonly ArrayMap<Tick> ticks = new(1);
    readonly HashMap<ulong, Stash> stashes = new(16);
    Budget budget;
    readonly ArrayMap<Row> rows = new(2);
    ulong timerRuns, locked, exchanged, added, removed, popped, first, stashed, masked, taskPid, level, lambdaRuns, loops;

    public override void Running(TaskStruct p)
    {
        ref Guarded g = ref guarded[0];
        using (g.Lock.EnterScope())
        {
            g.A++;
            g.B = g.A;
        }
        locked = g.B;
        BpfCpumask? mask = masks[0].Mask.Value;
        if (mask is not null) { mask.Set(1); masked = mask.Weight(); }
        TaskStruct? t = masks[0].Task.Value;
        if (t is not null) taskPid = (ulong)t.Pid;
        Cgroup? c = masks[0].Group.Value;
        if (c is not null) level = (ulong)c.Level;
    }

    public override void Stopping(TaskStruct p, bool runnable)
    {
        Node? taken = null;
        using (budget.Lock.EnterScope())
        {
            Node? head = budget.Tree.First();
            if (head is not null)
            {
                first = head.Vtime;
                taken = budget.Tree.Remove(head);
            }
        }
        if (taken is null) return;
        removed++;
        taken.Vtime += 10;
        if (taken.Vtime > 1000)
        {
            Stash empty = default;
            ulong id = taken.Id;
            stashes.Update(id, empty);
            if (stashes.TryGet(id, out var found))
            {
                using Node? old = found.Value.Node.Exchange(taken);
                stashed++;
            }
            else taken.Dispose();
            return;
        }
        using (budget.Lock.EnterScope())
            budget.Tree.Add(taken, static (a, b) => a.Vtime < b.Vtime);
        added++;
    }

    public override int Init()
    {
        using BpfCpumaskReference? m = CreateCpumask();
        if (m is null) return -12;
        m.Set(0);
        using BpfCpumaskReference? old = masks[0].Mask.Exchange(m);
        exchanged++;
        TaskReference? self = TaskFromPid(1);
        if (self is not null)
        {
            using TaskReference? before = masks[0].Task.Exchange(self);
        }
        using CgroupReference? oldGroup = masks[0].Group.Exchange(CgroupFromId(1));
        for (ulong i = 0; i < 4; i++)
        {
            Node? node = New<Node>();
            if (node is null) return -12;
            node.Vtime = 100 - i;
            node.Id = i;
            using (budget.Lock.EnterScope())
                budget.Tree.Add(node, static (a, b) => a.Vtime < b.Vtime);
        }
        Item? item = New<Item>();
        if (item is null) return -12;
        item.Number = 7;
        ref Row row = ref rows[0];
        using (row.Lock.EnterScope())
            row.List.PushBack(item);
        Item? back = null;
        using (row.Lock.EnterScope())
            back = row.List.PopFront();
        if (back is not null) { popped = back.Number; back.Dispose(); }
        ref Tick tick = ref ticks[0];
        int status = tick.Timer.Init(ticks, OnTick);
        if (status != 0) return status;
        status = tick.Work.Init(ticks, (in uint index, ref Tick t) => { t.Works++; lambdaRuns++; });
        if (status != 0) return status;
        return tick.Timer.Start(1_000_000);
    }

    void OnTick(in uint index, ref Tick tick)
    {
        timerRuns++;
        tick.Count++;
        tick.Work.Start();
        tick.Timer.Start(10_000_000);
    }
}
