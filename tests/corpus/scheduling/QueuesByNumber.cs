[SchedExtOps("t")]
public sealed class T : Scheduler
{
    public override int Init()
    {
        for (uint i = 0; i < 4; i++)
        {
            int error = CreateDsq(i);
            if (error < 0)
                return error;
        }
        return 0;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, (ulong)(p.Pid & 3), Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        for (uint i = 0; i < 4; i++)
        {
            if (DsqMoveToLocal(i))
                break;
        }
    }
}
