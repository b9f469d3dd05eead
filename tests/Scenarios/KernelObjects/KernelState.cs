namespace Scx.Scenarios;

/// <summary>Keeps the kernel's state in its own memory: locks, slots that own objects, timers, work, trees and lists of objects.</summary>
[SchedExtOps("kernel_state")]
public sealed class KernelState : Scheduler
{
    struct Guarded
    {
        public BpfSpinLock Lock;
        public ulong A, B;
    }

    struct Resilient
    {
        public ResilientSpinLock Lock;
        public ulong Count;
    }

    struct Slots
    {
        public CpumaskKptr Mask;
        public TaskKptr Task;
        public CgroupKptr Group;
    }

    struct Pulse
    {
        public BpfTimer Timer;
        public BpfWork Work;
    }

    struct Row
    {
        public BpfSpinLock Lock;
        public ObjectList<Item> Items;
    }

    struct Stash
    {
        public ObjectKptr<Node> Node;
    }

    // Public, since nothing ever assigns its count of references.
    public sealed class Node : TreeNode
    {
        public ReferenceCount References;
        public ulong Vtime;
        public ulong Id;
    }

    sealed class Item : ListNode
    {
        public ulong Number;
    }

    readonly ArrayMap<Guarded> guarded = new(1);
    readonly ArrayMap<Resilient> resilient = new(2);
    readonly ArrayMap<Slots> slots = new(1);
    readonly ArrayMap<Pulse> pulses = new(1);
    readonly HashMap<int, Row> rows = new(4);
    readonly HashMap<ulong, Stash> stashes = new(16);
    BpfSpinLock treeLock;
    RbTree<Node> tree;
    ulong torn, held, masked, taskPid, groupId, timerRuns, workRuns, turned, stashed, order, popped, shared, last;

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        ref Guarded pair = ref guarded[0];
        using (pair.Lock.EnterScope())
        {
            if (pair.A != pair.B)
                torn++;
            pair.A++;
            pair.B++;
        }
        ref Resilient outer = ref resilient[0];
        ref Resilient inner = ref resilient[1];
        using (ResilientSpinLockScope first = outer.Lock.EnterScope())
        {
            if (!first.IsHeld)
                return;
            using ResilientSpinLockScope second = inner.Lock.EnterScope();
            if (!second.IsHeld)
                return;
            outer.Count++;
            held = ++inner.Count;
        }
        if (slots[0].Mask.Value is { } mask)
            masked = mask.Weight();
        if (slots[0].Task.Value is { } task)
            taskPid = (ulong)task.Pid;
        if (slots[0].Group.Value is { } group)
            groupId = group.Kn.Id;
    }

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable)
    {
        Node? taken = null;
        using (treeLock.EnterScope())
        {
            Node? first = tree.First();
            if (first is not null)
                taken = tree.Remove(first);
        }
        if (taken is null)
            return;
        if (taken.Vtime + 100 < last)
            order++;
        last = taken.Vtime;
        taken.Vtime += 10;
        turned++;
        if (taken.Vtime < 500)
        {
            using (treeLock.EnterScope())
                tree.Add(taken, static (a, b) => a.Vtime < b.Vtime);
            return;
        }
        Keep(taken);
    }

    void Keep(Node node)
    {
        Stash empty = default;
        ulong id = node.Id;
        stashes.Update(id, empty);
        if (!stashes.TryGet(id, out var found))
        {
            node.Dispose();
            return;
        }
        using Node? before = found.Value.Node.Exchange(node);
        stashed++;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        using BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        mask.Set(0);
        using BpfCpumaskReference? oldMask = slots[0].Mask.Exchange(mask);
        using TaskReference? oldTask = slots[0].Task.Exchange(TaskFromPid(1));
        using CgroupReference? oldGroup = slots[0].Group.Exchange(CgroupFromId(1));
        for (ulong i = 0; i < 4; i++)
        {
            Node? node = New<Node>();
            if (node is null)
                return -12;
            node.Vtime = 100 - i;
            node.Id = i;
            using Node? other = Share(node);
            if (other is not null)
                shared++;
            using (treeLock.EnterScope())
                tree.Add(node, static (a, b) => a.Vtime < b.Vtime);
        }
        int status = FillRow();
        if (status != 0)
            return status;
        ref Pulse tick = ref pulses[0];
        status = tick.Timer.Init(pulses, OnTick);
        if (status == 0)
            status = tick.Work.Init(pulses, (in uint index, ref Pulse done) => workRuns++);
        return status == 0 ? tick.Timer.Start(1_000_000) : status;
    }

    int FillRow()
    {
        Item? item = New<Item>();
        if (item is null)
            return -12;
        item.Number = 7;
        Row empty = default;
        rows.Update(3, empty);
        if (!rows.TryGet(3, out var row))
        {
            item.Dispose();
            return -2;
        }
        Item? back;
        using (row.Value.Lock.EnterScope())
            row.Value.Items.PushBack(item);
        using (row.Value.Lock.EnterScope())
            back = row.Value.Items.PopFront();
        if (back is not null)
        {
            popped = back.Number;
            back.Dispose();
        }
        return 0;
    }

    void OnTick(in uint index, ref Pulse tick)
    {
        timerRuns++;
        tick.Work.Start();
        tick.Timer.Start(10_000_000);
    }
}
