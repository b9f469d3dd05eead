[SchedExtOps("sleeps")]
public sealed class Sleeps : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        CreateDsq(1);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
//= SCX9021 6
//=6.16 SCX9022 6
