[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode
    {
        public ulong Key;
    }

    BpfSpinLock treeLock;
    RbTree<Node> tree;
    ulong lowest;

    public override void Running(TaskStruct p)
    {
        Node? node = New<Node>();
        if (node is null)
            return;
        using (treeLock.EnterScope())
            tree.Add(node, static (a, b) => a.Key < b.Key);
    }
}
