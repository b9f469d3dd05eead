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
    uint turns;

    public override int Init()
    {
        using Made? made = New<Made>();
        return made is null ? -12 : 0;
    }

    public override void Running(TaskStruct p)
    {
        using (own.Lock.EnterScope())
            turns++;
        if (lists.Find(0) is { } found)
        {
            using (found.Value.Lock.EnterScope())
                turns++;
        }
    }
}
