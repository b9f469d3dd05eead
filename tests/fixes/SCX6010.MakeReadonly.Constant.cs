[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Length of a slice in microseconds")]
    const uint sliceUs = 5000;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) =>
        DsqInsert(p, Dsq.Global, sliceUs * 1000ul, enqFlags);
}
