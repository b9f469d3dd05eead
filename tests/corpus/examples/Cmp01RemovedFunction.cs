[SchedExtOps("t", MinimumKernel = "7.3")]
public sealed class T : Scheduler
{
    ulong running;

    public override void Tick(TaskStruct p) => running = CpuRq(0).NrRunning; //~ SCX8005
}
