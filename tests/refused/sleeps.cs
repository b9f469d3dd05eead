[SchedExtOps("sleeps")]
public sealed class Sleeps : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        CreateDsq(1);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
