[SchedExtOps("t")]
public sealed class T : Scheduler
{
    sealed class Made : ListNode
    {
        public ulong Number;
    }

    sealed class Unmade : TreeNode
    {
        public ulong Number;
    }

    struct Lists
    {
        public BpfSpinLock Lock;
        public ObjectList<Made> First;
        public RbTree<Unmade> Second;
    }

    readonly ArrayMap<Lists> lists = new(1); //~ SCX6016
    Lists own; //~ SCX6016

    public override int Init()
    {
        using Made? made = New<Made>();
        return made is null ? -12 : 0;
    }
}
