[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong skipped;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Scx.Weight > 100)
        {
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
            return;
        }
        skipped++;
    } //~ SCX7012
}
