[SchedExtOps("moves_builtin")]
public sealed class MovesBuiltin : Scheduler
{
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Dsq.Global);
}
//= SCX9115
