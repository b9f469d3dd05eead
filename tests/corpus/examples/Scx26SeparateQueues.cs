[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        int err = CreateDsq(7, -1);
        return err < 0 ? err : CreateDsq(8, -1);
    }

    public override void Enqueue(TaskStruct p, EnqFlags flags)
    {
        if (p.Scx.Weight > 100)
            DsqInsert(p, 7, Slice.Default, flags);
        else
            DsqInsertVtime(p, 8, Slice.Default, p.Scx.DsqVtime, flags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (!DsqMoveToLocal(7))
            DsqMoveToLocal(8);
    }
}
