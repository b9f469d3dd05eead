[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Dsq.LocalOn | (uint)TaskCpu(p), Slice.Default, enqFlags);
}
