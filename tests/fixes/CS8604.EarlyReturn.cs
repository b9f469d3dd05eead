[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastCpu;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        lastCpu = TaskCpu(prev);
    }
}
