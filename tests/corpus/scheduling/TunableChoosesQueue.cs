[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Use the second queue")]
    readonly bool second;

    public override int Init() => CreateDsq(second ? 2u : 1u);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, second ? 2u : 1u, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(second ? 2u : 1u);
}
