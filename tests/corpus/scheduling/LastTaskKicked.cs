// Kicked from elsewhere, or treated in its own way: what becomes of the last task is the scheduler's choice.
[SchedExtOps("t", Flags = OpsFlags.EnqLast)]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);

    public override void Tick(TaskStruct p) => KickCpu(0, KickFlags.Idle);
}
