[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int cpu;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        this.cpu = TaskCpu(prev!); //~ SCX2002
    }
}
