[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Length of a slice")]
    readonly uint sliceUs = 5000;

    [Tunable("Length of a short slice")]
    readonly uint SliceUs2 = 500;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) =>
        DsqInsert(p, Dsq.Global, (sliceUs + SliceUs2) * 1000ul, enqFlags);
}
