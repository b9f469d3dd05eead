[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) //~ SCX7021
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
