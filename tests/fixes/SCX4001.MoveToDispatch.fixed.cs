[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, 1, Slice.Default, enqFlags);
    }

    public override int Init() => CreateDsq(1);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        DsqMoveToLocal(1);
    }
}
