[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        int error = CreateDsq(0);
        return error < 0 ? error : CreateDsq(1);
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        for (uint i = 0; i < 2; i++)
        {
            if (DsqNrQueued(i) < 8)
            {
                DsqInsert(p, i, Slice.Default, enqFlags);
                return;
            }
        }
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (!DsqMoveToLocal(0))
            DsqMoveToLocal(1);
    }
}
