[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    ulong ticks;

    public override void Tick(TaskStruct p) => ticks++;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        IdleCpu.LookAgain(p, enqFlags);
    }
}
