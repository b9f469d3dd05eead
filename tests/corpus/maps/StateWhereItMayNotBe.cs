[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded { public BpfSpinLock Lock; public ulong Count; }
    sealed class Item : ListNode { public ulong Number; }
    struct Row { public Guarded Inner; public ObjectList<Item> Items; }
    readonly PerCpuArray<Guarded> perCpu = new(1); //~ SCX6004
    readonly LruHashMap<int, Guarded> recent = new(16); //~ SCX6004
    readonly TaskStorage<Row> rows = new(); //~ SCX6004
}
