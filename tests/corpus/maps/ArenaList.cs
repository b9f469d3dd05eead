[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Node
    {
        public ArenaPointer<Node> Next;
        public ulong Runs;
        public int Pid;
    }

    struct Page
    {
        public ArenaPointer<Node> First;
        public uint Count;
    }

    readonly Arena arena = new(1024);
    readonly TaskStorage<ArenaPointer<Node>> tasks = new();

    ArenaPointer<Page> page;
    ArenaPointer<Node> free;

    public override int Init()
    {
        page = arena.AllocatePages<Page>(1);
        if (page.IsNull)
            return -12;
        var nodes = arena.AllocatePages<Node>(4);
        if (nodes.IsNull)
            return -12;
        for (int i = 0; i < 64; i++)
        {
            nodes[i].Next = free;
            free = nodes.Element(i);
        }
        page.Value.First = free;
        return 0;
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        var slot = tasks.GetOrCreate(p);
        if (slot is null)
            return -12;
        var node = free;
        if (node.IsNull)
            return 0;
        free = node.Value.Next;
        node.Value.Pid = p.Pid;
        slot.Value = node;
        page.Value.Count++;
        return 0;
    }

    public override void Running(TaskStruct p)
    {
        if (tasks.Find(p) is { } slot && !slot.Value.IsNull)
            Count(ref slot.Value.Value);
    }

    static void Count(ref Node node) => node.Runs++;

    public override void ExitTask(TaskStruct p, ExitTaskArgs args)
    {
        if (tasks.Find(p) is not { } slot || slot.Value == default)
            return;
        slot.Value.Value.Next = free;
        free = slot.Value;
        page.Value.Count--;
    }
}
