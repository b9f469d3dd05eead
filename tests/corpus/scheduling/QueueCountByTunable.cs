[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [Tunable("Number of queues")]
    readonly uint queues = 2;

    public override int Init()
    {
        for (uint i = 0; i < queues && i < 16; i++)
        {
            int error = CreateDsq(i);
            if (error < 0)
                return error;
        }
        return 0;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, queues > 5 ? 5u : 0u, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (uint i = 0; i < queues && i < 16; i++)
        {
            if (DsqMoveToLocal(i))
                return;
        }
    }
}
