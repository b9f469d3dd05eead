[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        CreateDsq(1);
        DsqInsert(p, 1, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(1);
}
