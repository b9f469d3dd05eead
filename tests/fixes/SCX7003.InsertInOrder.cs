[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) =>
        DsqInsertVtime(p, Dsq.Global, Slice.Default, p.Scx.DsqVtime, enqFlags);
}
