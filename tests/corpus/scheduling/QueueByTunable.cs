[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Queue that waiting tasks share")]
    readonly ulong queue = 3;

    public override int Init() => CreateDsq(queue);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, queue, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(queue);
}
