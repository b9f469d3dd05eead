[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; public uint Runs; public int LastCpu; public History Hist; }
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }
    readonly HashMap<int, TaskContext> tasks = new(8192);
    ulong vtimeNow;

    public override void Stopping(TaskStruct p, bool runnable)
    {
        var context = tasks.Find(p.Pid);
        if (context == null)
            return;
        vtimeNow += 1000 / context.Value.Vtime;
    }
}
