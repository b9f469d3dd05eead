[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Running(TaskStruct p) => CpuPerfSet(0, 5000);
}
