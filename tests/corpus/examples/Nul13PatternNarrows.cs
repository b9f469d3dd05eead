[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; public uint Runs; public int LastCpu; public History Hist; }
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }
    readonly HashMap<int, TaskContext> tasks = new(8192);
    ulong vtimeNow;

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        ulong vtime = context is not null ? context.Value.Vtime : 0;
        vtimeNow = vtime;
    }
}
