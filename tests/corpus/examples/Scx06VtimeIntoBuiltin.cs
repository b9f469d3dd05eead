[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsertVtime(p, Dsq.Local, Slice.Default, p.Scx.DsqVtime, enqFlags); //~ SCX7003
    }
}
