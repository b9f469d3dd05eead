[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Shared = 7;

    ulong starts;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Shared, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Shared);

    public override int Init()
    {
        if (CreateDsq(Shared) is < 0 and var error)
            return error;
        starts++;
        return 0;
    }
}
