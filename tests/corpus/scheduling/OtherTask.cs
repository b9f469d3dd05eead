[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int nextPid;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        using TaskReference? next = TaskFromPid(nextPid);
        nextPid = p.Pid;
        if (next is not null)
            DsqInsert(next, Dsq.Global, Slice.Default, enqFlags); //~ SCX7006
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        using TaskReference? next = TaskFromPid(nextPid);
        if (next is not null)
            DsqInsert(next, Dsq.Global, Slice.Default);
    }
}
