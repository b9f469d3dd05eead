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
        for (int i = 0; i < 16; i++)
            context.Value.Hist[i] = 0;
    }
}
