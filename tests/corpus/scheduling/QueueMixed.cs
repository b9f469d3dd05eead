[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("In order of arrival")] readonly bool fifo;

    public override int Init()
    {
        int error = CreateDsq(7);
        return error < 0 ? error : CreateDsq(8);
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (fifo)
            DsqInsert(p, 8, Slice.Default, enqFlags);
        else if (p.Scx.Weight < 50)
            DsqInsertVtime(p, 8, Slice.Default, p.Scx.DsqVtime, enqFlags);
        else if (p.Scx.Weight > 100)
            DsqInsert(p, 7, Slice.Default, enqFlags);
        else
            DsqInsertVtime(p, 7, Slice.Default, p.Scx.DsqVtime, enqFlags); //~ SCX7004
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (!DsqMoveToLocal(7))
            DsqMoveToLocal(8);
    }
}
