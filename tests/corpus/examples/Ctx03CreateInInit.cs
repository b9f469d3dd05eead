[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        return CreateDsq(1, -1);
    }

    public override void Enqueue(TaskStruct p, EnqFlags flags) => DsqInsert(p, 1, Slice.Default, flags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(1);
}
