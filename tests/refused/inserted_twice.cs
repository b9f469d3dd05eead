[SchedExtOps("inserted_twice")]
public sealed class InsertedTwice : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
//= SCX9105 7
//=6.16 SCX9105
