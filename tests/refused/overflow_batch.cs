[SchedExtOps("overflow_batch", DispatchMaxBatch = 1)]
public sealed class OverflowBatch : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 5, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is null)
            return;
        DsqInsert(prev, Dsq.Global, Slice.Default);
        DsqInsert(prev, Dsq.Global, Slice.Default);
    }

    public override int Init() => CreateDsq(5);
}
//= SCX9113 11
//=6.16 SCX9113
