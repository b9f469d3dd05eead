[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct CpuCtx { public ulong Busy; public uint Nr; }

    readonly PerCpuArray<CpuCtx> cpus = new(1);
    int lastPid;

    public override void Tick(TaskStruct p)
    {
        int[] cpus = [1, 2, 3]; //~ SCX1001
        foreach (int cpu in cpus)
            lastPid += cpu;
    }
}
