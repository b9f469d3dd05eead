[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Scx.Weight > 100)
        {
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
            return;
        }
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
