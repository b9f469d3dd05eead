[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct TaskContext { public ulong Vtime; public uint Runs; public int LastCpu; public History Hist; }
    [System.Runtime.CompilerServices.InlineArray(16)] struct History { uint element; }
    readonly ArrayMap<TaskContext> slots = new(64);

    public override void Running(TaskStruct p)
    {
        var slot = slots.Find(0);
        slot!.Value.Runs++;
    }
}
