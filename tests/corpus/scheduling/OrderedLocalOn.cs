[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        ulong queue = Dsq.LocalOn | (ulong)TaskCpu(p);
        DsqInsertVtime(p, queue, Slice.Default, p.Scx.DsqVtime, enqFlags); //~ SCX7003
    }
}
