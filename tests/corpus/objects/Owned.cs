[SchedExtOps("t")]
public sealed class T : Scheduler
{
    int pids, found, weight;
    readonly ArrayMap<ulong> counts = new(16);
    ulong keep;
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuAnd(p, prevCpu, wakeFlags, p.CpusPtr, 0);
        if (cpu >= 0) { DsqInsert(p, Dsq.Local, Slice.Default); return cpu; }
        using IdleCpumaskReference idle = GetIdleCpumask();
        using (CpumaskReference online = GetOnlineCpumask())
        {
            if (idle.Intersects(online) && idle.IsSubsetOf(online) && !idle.IsFull() && !idle.IsEmpty())
                weight = (int)idle.Weight();
        }
        using BpfCpumaskReference? m = CreateCpumask();
        if (m is null) return prevCpu;
        m.Set(1);
        m.CopyFrom(p.CpusPtr);
        if (m.And(m, idle)) found++;
        m.Or(m, p.CpusPtr); m.Xor(m, idle);
        if (m.Test(prevCpu) || m.TestAndSet(2) || m.TestAndClear(1)) found += (int)m.First() + (int)m.FirstZero();
        m.SetAll(); m.ClearAll(); m.Clear(1);
        if (m.SetEquals(idle)) found++;
        uint any = m.AnyDistribute() + m.AnyAndDistribute(p.CpusPtr) + m.FirstAnd(idle);
        using BpfCpumaskReference again = m.Acquire();
        if (PickIdleCpu(again) >= 0) found++;
        keep = any;
        return prevCpu;
    }
    public override void Running(TaskStruct p)
    {
        using TaskReference? t = TaskFromPid(p.Tgid);
        if (t is null) return;
        if (t.Flags == 0) return;
        using TaskReference? r = t.Acquire();
        if (r is not null) pids = r.Pid;
        using TaskReference? v = TaskFromVpid(p.Pid);
        using TaskReference? parent = p.RealParent.Acquire();
        using CgroupReference cg = TaskCgroup(p);
        keep = cg.Kn.Id;
        using CgroupReference? root = cg.Ancestor(0);
        if (root is not null && p.IsUnder(root)) counts[0]++;
        using CgroupReference? byId = CgroupFromId(cg.Kn.Id);
        if (byId is not null) counts[1]++;
        using CgroupReference? own = p.Cgroups.DflCgrp.Acquire();
        if (own is not null && own.Level >= 0) counts[2]++;
        RunQueue? rq = LockedRq();
        if (rq is not null) { keep = rq.ClockTask; counts[3] = rq.Scx.NrRunning; }
        EventStats e = Events();
        counts[4] = (ulong)(e.SelectCpuFallback + e.ReenqImmed + e.BypassActivate);
        keep = Now();
        TaskStruct? w = p.LastWakee;
        if (w is not null) pids += w.Pid;
    }
    public override void Exit(ExitInfo info)
    {
        using (Rcu.Read())
        {
            TaskStruct? p = CpuCurr(0);
            if (p is null) return;
            pids += p.Pid;
        }
    }
    public override int Init()
    {
        CreateDsq(1);
        using var a = Rcu.Read();
        using (Preemption.Disable())
        using (Interrupts.Disable())
        {
            pids++;
            if (pids > 3) return 0;
        }
        return 0;
    }
}
