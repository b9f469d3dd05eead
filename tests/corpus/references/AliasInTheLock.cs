[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode { public ulong Key; }

    BpfSpinLock treeLock;
    RbTree<Node> tree;
    ulong last;

    public override void Running(TaskStruct p)
    {
        Node? node = New<Node>();
        if (node is null) return;
        node.Key = p.Scx.DsqVtime;
        Node alias = node;
        using (treeLock.EnterScope())
        {
            tree.Add(node, static (a, b) => a.Key < b.Key);
            last = alias.Key;
        }
    }
}
