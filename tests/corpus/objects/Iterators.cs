[SchedExtOps("t")]
public sealed class T : Scheduler
{
    const ulong Queue = 7;
    ulong moved, seen, threads, processes, groups, up, own, failed;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsertVtime(p, Queue, Slice.Default, p.Scx.DsqVtime, enqFlags);

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        DsqIterator tasks = DsqTasks(Queue, DsqIterFlags.Reverse);
        foreach (TaskStruct p in tasks)
        {
            seen++;
            if (!p.CpusPtr.Test(cpu)) continue;
            tasks.SetSlice(1_000_000);
            tasks.SetVtime(5);
            if (tasks.Move(p, Dsq.LocalOn | (ulong)cpu)) { moved++; break; }
            failed++;
        }
        foreach (TaskStruct p in DsqTasks(Queue))
            if (p.Pid == 0) return;
    }

    public override int Init()
    {
        int status = CreateDsq(Queue);
        if (status != 0) return status;
        using (Rcu.Read())
        {
            foreach (TaskStruct p in Tasks(TaskIteration.Processes)) processes++;
            foreach (TaskStruct p in Tasks(TaskIteration.Threads)) threads++;
            using CgroupReference? root = CgroupFromId(1);
            if (root is null) return -2;
            foreach (CgroupSubsysState css in root.Self.Walk(CgroupWalk.DescendantsFirstParent)) groups++;
            foreach (CgroupSubsysState css in root.Self.Walk(CgroupWalk.Ancestors)) up += (ulong)css.Cgroup.Level + 1;
        }
        using CgroupReference? all = CgroupFromId(1);
        if (all is null) return -2;
        foreach (TaskStruct p in all.Self.Tasks()) own++;
        return 0;
    }
}
