[SchedExtOps("never_moved", TimeoutMs = 2000)]
public sealed class NeverMoved : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 5, Slice.Default, enqFlags);

    public override int Init() => CreateDsq(5);
}
//= SCX9102
