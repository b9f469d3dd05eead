[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Guarded { public BpfSpinLock Lock; public ulong Count; }
    struct Slot { public TaskKptr Task; public ulong Seen; }
    readonly TaskStorage<Guarded> tasks = new();
    readonly PerCpuArray<Slot> slots = new(1);
    readonly HashMap<int, Guarded> groups = new(16);

    public override void Running(TaskStruct p)
    {
        if (tasks.GetOrCreate(p) is { } guarded)
        {
            using (guarded.Value.Lock.EnterScope())
                guarded.Value.Count++;
        }
        slots[0].Seen++;
    }
}
