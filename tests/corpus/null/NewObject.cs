[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode { public ulong Key; public int Pid; }

    BpfSpinLock treeLock;
    RbTree<Node> tree;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        Node node = New<Node>()!;
        node.Key = p.Scx.DsqVtime; //~ SCX2001
        using (treeLock.EnterScope())
            tree.Add(node, (a, b) => a.Key < b.Key);
    }
}
