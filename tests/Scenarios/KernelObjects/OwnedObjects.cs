using System.Runtime.CompilerServices;

namespace Scx.Scenarios;

/// <summary>Borrows and owns tasks, cgroups and sets of CPUs, and goes through queues, tasks and cgroups.</summary>
[SchedExtOps("owned_objects")]
public sealed class OwnedObjects : Scheduler
{
    const ulong Queue = 7;

    ulong masks, claimed, tasks, parents, groups, roots, events, moved, processes, threads, walked, inGroup, irqs, allowed, named, unnamed;

    [InlineArray(16)]
    struct Name
    {
        byte first;
    }

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuAnd(p, prevCpu, wakeFlags, p.CpusPtr);
        if (cpu >= 0)
            claimed++;
        using IdleCpumaskReference idle = GetIdleCpumask();
        using CpumaskReference online = GetOnlineCpumask();
        using BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return prevCpu;
        mask.CopyFrom(p.CpusPtr);
        mask.And(mask, online);
        if (!mask.IsSubsetOf(online) || !mask.Intersects(online) || mask.IsEmpty() || !mask.Test((int)mask.First()))
            Error("the CPUs that a task may use and that are online are not what they should be");
        mask.ClearAll();
        mask.Set(1);
        if (mask.Weight() != 1 || mask.First() != 1 || mask.TestAndSet(1) is false || mask.TestAndClear(1) is false || !mask.IsEmpty())
            Error("a set of one CPU is not what it should be");
        using BpfCpumaskReference again = mask.Acquire();
        again.Or(idle, online);
        if (again.SetEquals(online))
            masks++;
        return cpu >= 0 ? cpu : prevCpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Queue, Slice.Default, enqFlags);

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        DsqIterator queued = DsqTasks(Queue);
        foreach (TaskStruct p in queued)
        {
            if (!p.CpusPtr.Test(cpu))
                continue;
            queued.SetSlice(Slice.Default / 2);
            if (queued.Move(p, Dsq.LocalOn | (uint)cpu))
            {
                moved++;
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        using TaskReference? found = TaskFromPid(p.Pid);
        if (found is not null && found.Pid == p.Pid)
            tasks++;
        using TaskReference? parent = p.RealParent.Acquire();
        if (parent is not null)
            parents++;
        using CgroupReference own = TaskCgroup(p);
        using CgroupReference? same = CgroupFromId(own.Kn.Id);
        if (same is not null && same.Kn.Id == own.Kn.Id)
            groups++;
        using CgroupReference? root = own.Ancestor(0);
        if (root is not null && p.IsUnder(root))
            roots++;
        p.Comm.CopyTo(out Name name);
        if (((ReadOnlySpan<byte>)name).StartsWith("stress-ng"u8) && p.Comm.StartsWith("stress-ng"u8) && !p.Comm.Equals("stress-ng-"u8))
            named++;
        if (root is not null && root.Kn.Name.CopyTo(out ulong text) == 1 && text == 0)
            unnamed++;
        using (Interrupts.Disable())
        using (Preemption.Disable())
            irqs++;
        uint cpus = 0;
        foreach (int cpu in p.CpusPtr)
        {
            if (!p.CpusPtr.Test(cpu))
                Error($"CPU {cpu} is not in the set that it was found in");
            cpus++;
        }
        if (cpus == p.CpusPtr.Weight())
            allowed++;
        events = (ulong)Events().RefillSliceDfl;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        int status = CreateDsq(Queue);
        if (status != 0)
            return status;
        using CgroupReference? root = CgroupFromId(1);
        if (root is null)
            return -2;
        using (Rcu.Read())
        {
            foreach (TaskStruct p in Tasks(TaskIteration.Processes))
                processes++;
            foreach (TaskStruct p in Tasks(TaskIteration.Threads))
                threads++;
            foreach (CgroupSubsysState css in root.Self.Walk(CgroupWalk.DescendantsFirstParent))
                walked++;
        }
        foreach (TaskStruct p in root.Self.Tasks())
            inGroup++;
        return 0;
    }
}
