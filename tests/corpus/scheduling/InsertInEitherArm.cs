[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init() => CreateDsq(1);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (p.Scx.Weight > 100)
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
        else
            DsqInsert(p, 1, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(1);
}
