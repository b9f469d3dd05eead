namespace Scx.Scenarios;

/// <summary>Ends itself at a place that is chosen when it is loaded.</summary>
[SchedExtOps("ends_itself")]
public sealed class EndsItself : Scheduler
{
    [Tunable("Callback to end in: 0 SelectCpu, 1 Enqueue, 2 Dispatch, 3 Enable, 4 InitTask, 5 Init")]
    readonly int place;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        End(0);
        return SelectCpuDefault(p, prevCpu, wakeFlags, out _);
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        End(1);
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        End(2);
    }

    public override void Enable(TaskStruct p) => End(3);

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        End(4);
        return 0;
    }

    public override int Init()
    {
        End(5);
        return 0;
    }

    void End(int here)
    {
        if (place == here)
            ExitWith(here, "ended as told");
    }
}

/// <summary>Is ended by a program that user space runs.</summary>
[SchedExtOps("ended_by_program")]
public sealed class EndedByProgram : Scheduler
{
    [SyscallProgram]
    void End() => ExitWith(0xdeadbeef, "ended by a program");
}

/// <summary>Counts how tasks come and go.</summary>
[SchedExtOps("counts_tasks")]
public sealed class CountsTasks : Scheduler
{
    readonly PerCpuArray<long> initialized = new(1), exited = new(1), enabled = new(1), disabled = new(1);

    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        initialized[0]++;
        return 0;
    }

    public override void ExitTask(TaskStruct p, ExitTaskArgs args) => exited[0]++;

    public override void Enable(TaskStruct p) => enabled[0]++;

    public override void Disable(TaskStruct p) => disabled[0]++;
}

/// <summary>Uses what may be null only after a look.</summary>
[SchedExtOps("maybe_null")]
public sealed class MaybeNull : Scheduler
{
    ulong tasks;

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (prev is not null)
            tasks += (ulong)prev.Pid;
    }

    public override bool Yield(TaskStruct from, TaskStruct? to)
    {
        if (to is not null)
            tasks += (ulong)to.Pid;
        return false;
    }
}

/// <summary>Ends when a CPU comes or goes, with a number for each.</summary>
[SchedExtOps("hotplug")]
public sealed class Hotplug : Scheduler
{
    public override void CpuOnline(int cpu) => ExitWith(100, "a CPU came");

    public override void CpuOffline(int cpu) => ExitWith(200, "a CPU went");
}

/// <summary>Keeps no track of CPUs, so the kernel ends it when one comes or goes.</summary>
[SchedExtOps("no_hotplug")]
public sealed class NoHotplug : Scheduler;
