[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => PickIdleCpu(p.CpusPtr) is >= 0 and var cpu ? cpu : prevCpu;
}
