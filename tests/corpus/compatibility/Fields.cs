[SchedExtOps("t", MinimumKernel = "6.16")]
public sealed class T : Scheduler
{
    ulong seen;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
        if (Kernel.Has<TaskStruct>(p => p.Scx.Tid))
            seen += p.Scx.Tid;
        // Asked by way of the struct that has it.
        seen += Kernel.Has<SchedExtEntity>(scx => scx.Tid) ? p.Scx.Tid : (ulong)p.Pid;
        if (Kernel.Has((SchedExtEntity scx) => scx.Tid) && p.Scx.Tid != 0)
            Count(p);
        seen += Kernel.Has<TaskStruct>(p => p.Scx.Tid) switch { true => p.Scx.Tid, false => 0 };
        bool has = Kernel.Has<TaskReference>(p => p.Scx.Tid);
        if (has is false)
            return;
        seen ^= p.Scx.Tid;
        Count(p);
    }

    void Count(TaskStruct p) => seen += p.Scx.Tid;

    public override void Tick(TaskStruct p)
    {
        seen += p.Scx.Tid; //~ SCX8009
        if (!Kernel.Has<TaskStruct>(p => p.Scx.Tid))
            seen += p.Scx.Tid; //~ SCX8009
        seen += Kernel.Has<TaskStruct>(p => p.Scx.Tid) switch { true => 0, false => p.Scx.Tid }; //~ SCX8009
        // Another field's test says nothing.
        if (Kernel.Has<TaskStruct>(p => p.Scx.SelectedCpu))
            seen += p.Scx.Tid; //~ SCX8009
        // In every kernel since 6.16.
        seen += (ulong)p.Scx.SelectedCpu;
        // Counts as 0 where there is none, so nothing need be asked.
        seen += (ulong)p.RcuReadLockNesting;
    }

    public override void Running(TaskStruct p)
    {
        Both(p);
        if (Kernel.Has<TaskStruct>(p => p.Scx.Tid))
            Both(p);
    }

    // Called from places of both kinds.
    void Both(TaskStruct p) => seen += p.Scx.Tid; //~ SCX8009

    public override int CgroupInit(Cgroup cgrp, CgroupInitArgs args)
    {
        if (Kernel.Has<CgroupInitArgs>(args => args.BwQuotaUs))
            seen += args.BwQuotaUs;
        seen += args.BwPeriodUs; //~ SCX8009
        return 0;
    }
}

// Has them all.
[SchedExtOps("u", MinimumKernel = "7.3")]
public sealed class U : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p) => seen += p.Scx.Tid;
}

// Nothing is said of the oldest kernel, so the loader tells.
[SchedExtOps("v")]
public sealed class V : Scheduler
{
    ulong seen;

    public override void Tick(TaskStruct p) => seen += p.Scx.Tid;
}
