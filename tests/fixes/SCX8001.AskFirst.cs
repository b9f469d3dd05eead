[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqReenq(1);
}
