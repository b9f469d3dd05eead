[SchedExtOps("inserted_twice")]
public sealed class InsertedTwice : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
