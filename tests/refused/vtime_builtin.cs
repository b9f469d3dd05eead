[SchedExtOps("vtime_builtin")]
public sealed class VtimeBuiltin : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsertVtime(p, Dsq.Global, Slice.Default, 1, enqFlags);
}
//= SCX9103
