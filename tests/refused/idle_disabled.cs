[SchedExtOps("idle_disabled")]
public sealed class IdleDisabled : Scheduler
{
    ulong total;

    public override void UpdateIdle(int cpu, bool idle) => total++;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        TestAndClearCpuIdle(prevCpu);
        return prevCpu;
    }
}
//= SCX9109
