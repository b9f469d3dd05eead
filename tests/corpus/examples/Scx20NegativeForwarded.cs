[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        int err = CreateDsq(7, -1);
        if (err < 0)
            return err;
        return 0;
    }

    public override void Enqueue(TaskStruct p, EnqFlags flags) => DsqInsert(p, 7, Slice.Default, flags);

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(7);
}
