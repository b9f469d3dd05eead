[SchedExtOps("not_allowed_cpu")]
public sealed class NotAllowedCpu : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.LocalOn | 1, Slice.Default, enqFlags);
}
//= SCX9107
