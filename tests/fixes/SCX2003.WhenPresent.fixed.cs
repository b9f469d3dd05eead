[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is not null)
            lastPid = prev.Pid;
        lastPid += cpu;
    }
}
