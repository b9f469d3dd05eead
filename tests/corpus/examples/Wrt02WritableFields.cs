[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override void Stopping(TaskStruct p, bool runnable)
    {
        p.Scx.DsqVtime += (Slice.Default - p.Scx.Slice) * 100 / p.Scx.Weight;
        p.Scx.Slice = 0;
    }
}
