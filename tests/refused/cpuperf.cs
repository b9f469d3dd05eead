[SchedExtOps("cpuperf")]
public sealed class Cpuperf : Scheduler
{
    public override void Running(TaskStruct p) => CpuPerfSet(0, 5000);
}
//= SCX9111
