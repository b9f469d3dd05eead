[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 7, Slice.Default, enqFlags);

    public override int Init() => CreateDsq(7);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        DsqMoveToLocal(7);
    }
}
