[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (Kernel.Has(DsqPeek))
            Count(0);
        if (!Kernel.Has(DsqPeek) || p.Pid == 1)
            DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        else
            Count(1);
        if (p.Pid > 0 && Kernel.Has(DsqPeek) && DsqPeek(2) is not null)
            seen++;
        ulong flags = Kernel.Has(EnqFlags.Immed) ? (ulong)EnqFlags.Immed : 0;
        seen += flags;
        // In every kernel since 6.16.
        KickCpu(0, KickFlags.Idle);
        if (Kernel.Has(TaskCpu))
            seen += (ulong)TaskCpu(p);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        DsqPeek(3); //~ SCX8001
        if (Kernel.Has(DsqReenq))
            DsqPeek(3); //~ SCX8001
        Helper();
        DsqMoveToLocal(0);
    }

    // Called from places of both kinds.
    public override void Tick(TaskStruct p)
    {
        if (Kernel.Has(DsqReenq))
            Helper();
    }

    void Helper() => DsqReenq(1); //~ SCX8001

    void Count(ulong queue)
    {
        if (DsqPeek(queue) is null)
            seen++;
    }

    // There from 6.19 on, and so is the other.
    public override void CgroupSetIdle(Cgroup cgrp, bool idle) //~ SCX8002
    {
        if (DsqPeek(5) is null)
            seen++;
    }
}
