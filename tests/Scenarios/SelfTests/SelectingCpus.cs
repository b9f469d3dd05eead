namespace Scx.Scenarios;

/// <summary>Lets the kernel choose: what finds an idle CPU goes there and never comes to Enqueue.</summary>
[SchedExtOps("default_choice")]
public sealed class DefaultChoice : Scheduler
{
    ulong enqueued;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        enqueued++;
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}

/// <summary>Chooses a CPU when a task is enqueued instead of when it wakes, and from user space's programs.</summary>
[SchedExtOps("choice_in_enqueue")]
public sealed class ChoiceInEnqueue : Scheduler
{
    ulong chosen;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => prevCpu;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        int cpu = SelectCpuDefault(p, TaskCpu(p), 0, out bool isIdle);
        if (isIdle)
        {
            chosen++;
            DsqInsert(p, Dsq.LocalOn | (uint)cpu, Slice.Default, enqFlags);
            return;
        }
        DsqInsert(p, Dsq.Global, Slice.Default, enqFlags);
    }
}

/// <summary>Chooses among the CPUs that the task may use.</summary>
[SchedExtOps("allowed_cpus")]
public sealed class AllowedCpus : Scheduler
{
    ulong chosen, wrong;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuAnd(p, prevCpu, wakeFlags, p.CpusPtr);
        if (cpu < 0)
            return prevCpu;
        chosen++;
        if (!p.CpusPtr.Test(cpu))
            wrong++;
        DsqInsert(p, Dsq.Local, Slice.Default);
        return cpu;
    }
}

/// <summary>Hands tasks to certain CPUs' local queues from Dispatch, by way of a queue of its own.</summary>
[SchedExtOps("local_on")]
public sealed class LocalOn : Scheduler
{
    readonly QueueMap<int> waiting = new(8192);

    ulong dispatched;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => prevCpu;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        if (waiting.Push(p.Pid) != 0)
            Error("the queue is full");
    }

    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (!waiting.TryPop(out int pid))
            return;
        using TaskReference? p = TaskFromPid(pid);
        if (p is null)
            return;
        int target = p.NrCpusAllowed == 1 || p.MigrationDisabled > 0 ? TaskCpu(p) : cpu;
        DsqInsert(p, Dsq.LocalOn | (uint)target, Slice.Default);
        dispatched++;
    }
}
