[SchedExtOps("no_queue")]
public sealed class NoQueue : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 77, Slice.Default, enqFlags);
}
//= SCX9101
