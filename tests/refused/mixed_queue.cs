[SchedExtOps("mixed_queue")]
public sealed class MixedQueue : Scheduler
{
    ulong turn;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if ((turn++ & 1) == 0)
            DsqInsert(p, 5, Slice.Default, enqFlags);
        else
            DsqInsertVtime(p, 5, Slice.Default, 1, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(5);

    public override int Init() => CreateDsq(5);
}
