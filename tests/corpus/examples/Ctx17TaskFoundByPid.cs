[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int nextPid;

    public override void Enqueue(TaskStruct p, EnqFlags flags)
    {
        nextPid = p.Pid;
        DsqInsert(p, Dsq.Global, Slice.Default, flags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        TaskReference? task = TaskFromPid(nextPid);
        if (task == null)
            return;
        DsqInsert(task, Dsq.Global, Slice.Default, 0);
        task.Dispose();
    }
}
