[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if ((enqFlags & EnqFlags.Reenq) != 0)
        {
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
            return;
        }
        DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
    }
}
