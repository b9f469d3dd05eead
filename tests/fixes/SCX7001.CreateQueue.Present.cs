[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Shared = 7;

    ulong starts;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Shared, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Shared);

    public override int Init()
    {
        starts++;
        return 0;
    }
}
