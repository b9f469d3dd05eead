[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }

    struct TaskContext { public ulong Vtime; public int LastCpu; public uint Head; public History Hist; }

    readonly HashMap<int, TaskContext> tasks = new(1024);

    public override void Running(TaskStruct p)
    {
        var context = tasks.Find(p.Pid);
        if (context is null)
            return;
        context.Value.Hist[(int)context.Value.Head] = 1; //~ SCX2010
        context.Value.Head++;
    }
}
