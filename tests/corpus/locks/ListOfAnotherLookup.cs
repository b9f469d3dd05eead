[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode { public ulong Key; }
    sealed class Item : ListNode { public ulong Number; }

    BpfSpinLock treeLock;
    RbTree<Node> tree;

    struct Row
    {
        public BpfSpinLock Lock;
        public ObjectList<Item> List;
        public ulong Count;
    }

    readonly ArrayMap<Row> rows = new(2);
    ulong seen;

    public override int Init()
    {
        using Node? node = New<Node>();
        using Item? item = New<Item>();
        return node is null || item is null ? -12 : 0;
    }

    public override void Running(TaskStruct p)
    {
        ref Row row = ref rows[(int)(seen & 1)];
        ref Row same = ref rows[(int)(seen & 1)];
        Item? item = New<Item>();
        if (item is null) return;
        using (same.Lock.EnterScope())
            row.List.PushBack(item); //~ SCX3108
    }
}
