[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; public uint Runs; public int LastCpu; public History Hist; }
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }
    readonly HashMap<int, TaskContext> tasks = new(8192);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        var context = tasks.Find(p.Pid);
        if (context == null)
            return; //~ SCX7012
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
