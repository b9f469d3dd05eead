[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct CpuContext { public ulong Busy; public uint Count; }
    readonly PerCpuArray<CpuContext> perCpu = new(1);

    public override void Tick(TaskStruct p)
    {
        var context = perCpu.Find(0);
        if (context == null)
            return;
        context.Value.Busy++;
    }
}
