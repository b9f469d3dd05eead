[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
        IdleCpu.LookAgain(p, enqFlags);
    }
}
