[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong running;

    public override void Tick(TaskStruct p)
    {
        if (Kernel.Has(CpuRq))
            running = CpuRq(0).NrRunning;
    }
}
