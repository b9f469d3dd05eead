namespace Scx.Scenarios;

/// <summary>Asks for the default choice without inserting there: each task comes to Enqueue, and what was said of it is still known.</summary>
[SchedExtOps("choice_without_insert")]
public sealed class ChoiceWithoutInsert : Scheduler
{
    struct Chosen
    {
        public bool ForcedLocal;
    }

    readonly TaskStorage<Chosen> tasks = new();

    ulong local, shared, missing;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (tasks.Find(p) is not { } task)
        {
            missing++;
            return cpu;
        }
        task.Value.ForcedLocal = isIdle;
        return cpu;
    }

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        ulong queue = Dsq.Global;
        if (tasks.Find(p) is { } task && task.Value.ForcedLocal)
        {
            task.Value.ForcedLocal = false;
            queue = Dsq.Local;
            local++;
        }
        else
        {
            shared++;
        }
        DsqInsert(p, queue, Slice.Default, enqFlags);
    }

    public override int InitTask(TaskStruct p, InitTaskArgs args) => tasks.GetOrCreate(p) is null ? -12 : 0;
}

/// <summary>Chooses among the CPUs of a set that it keeps itself.</summary>
[SchedExtOps("kept_mask")]
public sealed class KeptMask : Scheduler
{
    CpumaskKptr allowed;

    ulong chosen, wrong, none;

    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        if (allowed.Value is not { } mask)
        {
            none++;
            return prevCpu;
        }
        int cpu = SelectCpuAnd(p, prevCpu, wakeFlags, mask);
        if (cpu < 0)
            return prevCpu;
        chosen++;
        if (!mask.Test(cpu))
            wrong++;
        DsqInsert(p, Dsq.Local, Slice.Default);
        return cpu;
    }

    public override int Init()
    {
        using BpfCpumaskReference? mask = CreateCpumask();
        if (mask is null)
            return -12;
        mask.Set(0);
        using BpfCpumaskReference? before = allowed.Exchange(mask);
        return 0;
    }
}

/// <summary>Goes through the queue that a task is taken out of, as it is taken out.</summary>
[SchedExtOps("dequeue_iter")]
public sealed class DequeueIter : Scheduler
{
    const ulong Queue = 3;

    ulong dequeued, walked;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags) => DsqInsert(p, Queue, Slice.Default, enqFlags);

    public override void Dequeue(TaskStruct p, DeqFlags deqFlags)
    {
        dequeued++;
        foreach (TaskStruct queued in DsqTasks(Queue))
            walked++;
    }

    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(Queue);

    public override int Init() => CreateDsq(Queue);
}

/// <summary>Chooses in programs that user space runs, too.</summary>
[SchedExtOps("choice_from_outside")]
public sealed class ChoiceFromOutside : Scheduler
{
    int chosen;

    [SyscallProgram]
    int Choose(in int pid)
    {
        using TaskReference? p = TaskFromPid(pid);
        if (p is null)
            return -3;
        using (Rcu.Read())
            chosen = SelectCpuAnd(p, TaskCpu(p), 0, p.CpusPtr);
        return chosen >= 0 || chosen == -16 ? 0 : chosen;
    }
}
