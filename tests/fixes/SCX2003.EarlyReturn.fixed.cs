[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int lastPid;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is null)
            return;
        lastPid = prev.Pid;
    }
}
