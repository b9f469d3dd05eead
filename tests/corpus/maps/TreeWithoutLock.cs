[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Node : TreeNode { public ulong Key; }

    struct Value { public RbTree<Node> Tree; public ulong Count; }

    readonly ArrayMap<Value> values = new(1); //~ SCX6015

    public override void Running(TaskStruct p) { }
}
