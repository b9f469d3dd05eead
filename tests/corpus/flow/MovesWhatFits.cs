[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Shared = 1;
    ulong moved;

    bool MoveFirst(int cpu, bool heavyOnly)
    {
        DsqIterator tasks = DsqTasks(Shared);
        foreach (TaskStruct p in tasks)
        {
            if (heavyOnly && p.Scx.Weight <= 100)
                continue;
            if (!p.CpusPtr.Test(cpu))
                continue;
            if (tasks.Move(p, Dsq.Local))
                return true;
            if (++moved > 1000)
                break;
        }
        return false;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Shared, Slice.Default, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (MoveFirst(cpu, true) || MoveFirst(cpu, false))
            return;
        DsqMoveToLocal(Shared);
    }

    public override int Init() => CreateDsq(Shared);
}
