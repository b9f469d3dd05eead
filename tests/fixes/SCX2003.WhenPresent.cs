[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        lastPid = prev!.Pid;
        lastPid += cpu;
    }
}
