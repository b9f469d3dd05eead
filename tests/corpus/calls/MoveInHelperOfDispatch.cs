[SchedExtOps("t")]
public sealed class T : Scheduler
{
    bool Serve(ulong queue) => DsqMoveToLocal(queue);

    int Create(ulong queue)
    {
        int error = CreateDsq(queue);
        return error < 0 ? error : 0;
    }

    public override int Init() => Create(1);

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, 1, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (!Serve(1) && prev is not null)
            DsqInsert(prev, Dsq.Local, Slice.Default);
    }
}
