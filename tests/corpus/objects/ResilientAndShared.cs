[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Res { public ResilientSpinLock Lock; public ulong A; }
    sealed class Shared : TreeNode { public ReferenceCount References; public ulong Key; }
    sealed class Item : ListNode { public ulong Number; }
    BpfSpinLock treeLock;
    RbTree<Shared> tree;
    readonly ArrayMap<Res> locks = new(2);
    struct Rows { public BpfSpinLock Lock; public ObjectList<Item> List; }
    readonly HashMap<int, Rows> rows = new(8);
    CpumaskKptr mask;
    ulong held, failed, shared, keys, front, events, irqs, now, root, ok;

    public override void Running(TaskStruct p)
    {
        ref Res a = ref locks[0];
        ref Res b = ref locks[1];
        using (ResilientSpinLockScope first = a.Lock.EnterScope())
        {
            if (!first.IsHeld) { failed++; return; }
            using ResilientSpinLockScope second = b.Lock.EnterScope();
            if (!second.IsHeld) { failed++; return; }
            a.A++; b.A++; held = b.A;
        }
        using (Interrupts.Disable()) irqs++;
        events = (ulong)Events().RefillSliceDfl;
        now = Now();
        using (treeLock.EnterScope())
        {
            Shared? top = tree.Root();
            if (top is not null)
            {
                root = top.Key;
                Shared? left = tree.Left(top);
                if (left is not null) keys = left.Key;
            }
        }
    }

    public override int Init()
    {
        using BpfCpumaskReference? fresh = CreateCpumask();
        if (fresh is null) return -12;
        fresh.SetAll();
        using BpfCpumaskReference? old = mask.Exchange(fresh);
        for (ulong i = 0; i < 3; i++)
        {
            Shared? node = New<Shared>();
            if (node is null) return -12;
            node.Key = i + 1;
            using Shared? other = Share(node);
            if (other is not null) shared += other.Key;
            using (treeLock.EnterScope())
                if (tree.Add(node, static (a, b) => a.Key < b.Key) == 0) ok++;
        }
        Rows empty = default;
        rows.Update(3, empty);
        Item? item = New<Item>();
        if (item is null) return -12;
        item.Number = 9;
        if (rows.TryGet(3, out var row))
        {
            using (row.Value.Lock.EnterScope())
                row.Value.List.PushFront(item);
            using (row.Value.Lock.EnterScope())
            {
                Item? at = row.Value.List.Front();
                if (at is not null) front = at.Number;
            }
        }
        else item.Dispose();
        return 0;
    }
}
