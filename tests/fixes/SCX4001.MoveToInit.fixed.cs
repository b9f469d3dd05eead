[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, 1, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(1);

    public override int Init()
    {
        if (CreateDsq(1) is < 0 and var error)
            return error;
        return 0;
    }
}
