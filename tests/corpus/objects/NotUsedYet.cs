// Half written: a tree that nothing touches.
[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode
    {
        public ulong Key;
    }

    BpfSpinLock treeLock;
    RbTree<Node> tree;
    ulong runs;

    public override void Running(TaskStruct p) => runs++;
}
