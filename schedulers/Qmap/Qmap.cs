// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Five first-in first-out queues, by weight. Each CPU goes round the queues and takes one task from the first, two from the second, four from
/// the third and so on. It is there to show, and to test, much of what sched_ext offers; and it can be told to misbehave.
/// </summary>
[SchedExtOps("qmap", TimeoutMs = 5000)]
public sealed partial class Qmap : Scheduler
{
    const ulong SharedDsq = 0;
    const uint QueueLength = 4096;
    const int NoMemory = -12;

    [Tunable("Time slice, in ns")]
    readonly ulong sliceNs = Slice.Default;

    [Tunable("Tasks taken from the queues at a time")]
    readonly uint batch = 1;

    [Tunable("Leave the process with this id to the kernel's fair class; 0 for none")]
    readonly int disallowTgid;

    [Stat]
    readonly PerCpuArray<Counters> counters = new(1);

    readonly TaskStorage<TaskState> tasks = new();
    readonly CpuArray<CpuState> cpus = new();
    readonly ArrayMap<DepartingCpu> departing = new(1);

    // Pids. A queue map cannot give up a task from its middle; one that has left by another way is passed over when its turn comes.
    readonly ArrayOfMaps<QueueMap<int>> queues = new(Levels.Count, () => new(QueueLength));

    Levels levels;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = ClaimCpu(p, prevCpu);
        if (cpu < 0 || tasks.Find(p) is not { } task)
            return prevCpu;
        task.Value.Sequence = levels[LevelOf(p.Scx.Weight)].NextSequence++;
        DsqInsert(p, Dsq.Local, sliceNs);
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        FailIfTold();
        if (LosesTask(p))
        {
            lostPid = p.Pid;
            return;
        }
        if (tasks.Find(p) is not { } task)
        {
            DsqInsert(p, SharedDsq, sliceNs, enqFlags);
            return;
        }
        int level = LevelOf(p.Scx.Weight);
        task.Value.Sequence = levels[level].NextSequence++;

        if ((enqFlags & EnqFlags.CpuSelected) == 0)
        {
            int cpu = ClaimCpu(p, TaskCpu(p));
            if (cpu >= 0)
            {
                counters[0].Direct++;
                DsqInsert(p, Dsq.LocalOn | (uint)cpu, sliceNs, enqFlags);
                return;
            }
        }

        // Taken back from a CPU that a higher class has taken: any other will do.
        if ((enqFlags & EnqFlags.Reenq) != 0)
        {
            DsqInsert(p, SharedDsq, 0, enqFlags);
            int cpu = PickIdleCpu(p.CpusPtr);
            if (cpu >= 0)
                DepartingCpu.Kick(departing, cpu, KickFlags.Idle);
            return;
        }

        if (queues.Find((uint)level) is not { } queue || queue.Push(p.Pid) != 0)
        {
            DsqInsert(p, SharedDsq, sliceNs, enqFlags);
            return;
        }
        MarkIfExpedited(p, ref task.Value);
        counters[0].Enqueued++;
    }

    /// <inheritdoc/>
    public override void Dequeue(TaskStruct p, DeqFlags deqFlags)
    {
        counters[0].Dequeued++;
        if ((deqFlags & DeqFlags.CoreSchedExec) != 0)
            counters[0].CoreSchedExecuted++;
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (Expedite() || (expeditedQueued == 0 && DsqMoveToLocal(SharedDsq)) || DispatchesForever() || DispatchLevels(cpu))
            return;
        // No other task: prev goes on, as if it had been enqueued and dispatched at once.
        if (prev is not null && tasks.Find(prev) is { } task)
            task.Value.Sequence = levels[LevelOf(prev.Scx.Weight)].NextSequence++;
    }

    /// <inheritdoc/>
    public override void CpuRelease(int cpu, CpuReleaseArgs args) => counters[0].Reenqueued += ReenqueueLocal();

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args)
    {
        if (!args.Fork && p.Tgid == disallowTgid)
            p.Scx.Disallow = true;
        return tasks.GetOrCreate(p) is null ? NoMemory : 0;
    }

    /// <inheritdoc/>
    public override int Init()
    {
        ReportCpus();
        int status = CreateDsq(SharedDsq);
        if (status == 0)
            status = CreateDsq(ExpeditedDsq);
        if (status == 0)
            status = StartMonitor();
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    /// <summary>Goes round the queues from where this CPU left off. Whether any had a task.</summary>
    bool DispatchLevels(int cpu)
    {
        uint left = batch;
        ref CpuState state = ref cpus[cpu];
        for (int turn = 0; turn < Levels.Count; turn++)
        {
            if (state.Credit == 0)
            {
                state.Level = (state.Level + 1) % Levels.Count;
                state.Credit = 1u << (int)state.Level;
            }
            if (queues.Find(state.Level) is not { } queue)
                return false;
            for (int i = 0; i < QueueLength && state.Credit > 0 && queue.TryPop(out int pid); i++)
            {
                if (!DispatchTask(pid))
                    continue;
                state.Credit--;
                left--;
                if (left == 0 || DispatchNrSlots() == 0)
                    return Expedite() || DsqMoveToLocal(SharedDsq);
            }
            state.Credit = 0;
        }
        return left < batch;
    }

    /// <summary>Puts a task into the shared queue. False if it has exited.</summary>
    bool DispatchTask(int pid)
    {
        using TaskReference? p = TaskFromPid(pid);
        if (p is null || tasks.Find(p) is not { } task)
            return false;
        if (task.Value.IsExpedited)
            Interlocked.Decrement(ref expeditedQueued);
        levels[LevelOf(p.Scx.Weight)].LastSequence = task.Value.Sequence;
        counters[0].Dispatched++;
        dispatched++;
        DsqInsert(p, SharedDsq, sliceNs);
        return true;
    }

    // What may run on one CPU only goes there at once.
    static int ClaimCpu(TaskStruct p, int prevCpu) => p.NrCpusAllowed == 1 ? prevCpu : IdleCpu.Claim(p, prevCpu);

    static int LevelOf(uint weight) => weight switch
    {
        <= 25 => 0,
        <= 50 => 1,
        < 200 => 2,
        < 400 => 3,
        _ => 4,
    };
}
