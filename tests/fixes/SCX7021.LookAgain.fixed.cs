[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        IdleCpu.LookAgain(p, enqFlags);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}
