[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Stopping(TaskStruct p, bool runnable)
    {
        p.Scx.DsqVtime += (ulong)((Slice.Default - p.Scx.Slice) * 1.2); //~ SCX1008
    }
}
