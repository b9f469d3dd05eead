[SchedExtOps("t", MinimumKernel = "6.12")]
public sealed class T : Scheduler
{
    public override int Init() => CreateDsq(7);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 7, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (Kernel.Has(DsqPeek))
        {
            TaskStruct? first = DsqPeek(7);
            if (first == null)
                return;
        }
        DsqMoveToLocal(7);
    }
}
