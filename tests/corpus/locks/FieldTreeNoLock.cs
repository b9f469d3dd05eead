[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode { public ulong Key; }

    RbTree<Node> tree; //~ SCX6015

    public override void Running(TaskStruct p)
    {
        using Node? node = New<Node>();
    }
}
