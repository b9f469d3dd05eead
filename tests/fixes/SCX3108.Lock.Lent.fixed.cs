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
        using Node? made = New<Node>();
        using (treeLock.EnterScope())
        {
            Node? first = tree.First();
            if (first is not null)
                lowest = first.Key;
        }
    }
}
