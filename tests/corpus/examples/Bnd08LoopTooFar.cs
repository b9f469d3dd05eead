[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; public uint Runs; public int LastCpu; public History Hist; }
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }
    readonly HashMap<int, TaskContext> tasks = new(8192);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (context == null)
            return;
        uint n = p.Scx.Weight;
        for (uint i = 0; i <= 16 && i < n; i++)
            context.Value.Hist[(int)i] = i; //~ SCX2010
    }
}
