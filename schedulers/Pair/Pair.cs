// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Two sibling CPUs, such as the hardware threads of a core, never run tasks of two cgroups at once: they take a cgroup, run its tasks for a while, and
/// take the next together.
/// </summary>
[SchedExtOps("pair", Flags = OpsFlags.EnqLast | OpsFlags.EnqMigrationDisabled)]
public sealed partial class Pair : Scheduler
{
    const int NoMemory = -12;
    const int Invalid = -22;

    // Turns of a CPU that finds nothing, before it goes idle: one for each cgroup that has tasks, and those that others begin meanwhile.
    const int MaxTurns = 2 * (int)MaxCgroups;

    [Tunable("Distance of two sibling CPUs' numbers; 0 for half the number of CPUs")]
    readonly int stride;

    [Tunable("How long a pair stays on a cgroup, in ns")]
    readonly ulong batchNs = Slice.Default;

    [Stat]
    readonly PerCpuArray<Counters> counters = new(1);

    // As many as distributions build the kernel for; a spin lock must be in a map.
    readonly ArrayMap<PairState> pairs = new(4096);

    // The cgroup in whose queue a task was last: its index.
    readonly TaskStorage<uint> tasks = new();

    readonly ArrayMap<DepartingCpu> departing = new(1);

    // Of two siblings' numbers.
    int distance;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => prevCpu;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        counters[0].Total++;
        if (DepartingCpu.MustNotWait(p))
        {
            // It runs beside any cgroup.
            DsqInsert(p, Dsq.Local, Slice.Default, enqFlags);
            IdleCpu.LookAgain(p, enqFlags);
            return;
        }
        if (!Queue(p))
            Error("no room for another task of its cgroup");
        // If it was alone on its CPU, that would go idle now.
        int cpu = enqFlags.HasFlag(EnqFlags.Last) ? TaskCpu(p) : PickIdleCpu(p.CpusPtr);
        if (cpu >= 0)
            DepartingCpu.Kick(departing, cpu);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        uint first = NoCgroup;
        foreach (int _ in Loop.Range(0, MaxTurns))
        {
            if (TakeTurn(cpu, ref first))
                return;
        }
    }

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        // What ends has no turns any more.
        bool hasTurns = (p.Flags & TaskFlags.Exiting) == 0 && !DepartingCpu.MustNotWait(p);
        if (!hasTurns || tasks.Find(p) is not { } task || Confirm(TaskCpu(p), task.Value))
            return;
        counters[0].Strays++;
        KickCpu(TaskCpu(p), KickFlags.Preempt);
    }

    /// <inheritdoc/>
    public override int InitTask(TaskStruct p, InitTaskArgs args) => tasks.GetOrCreate(p) is null ? NoMemory : 0;

    /// <inheritdoc/>
    public override int Init()
    {
        distance = stride != 0 ? stride : (int)NrCpuIds() / 2;
        if (distance <= 0 || NrCpuIds() % (2 * (uint)distance) != 0)
        {
            Error("CPUs cannot be paired at this distance");
            return Invalid;
        }
        for (uint i = 0; i < MaxCgroups; i++)
            free.Push(i);
        return DepartingCpu.Prepare(departing);
    }

    int PairOf(int cpu) => cpu / (2 * distance) * distance + cpu % distance;

    uint BitOf(int cpu) => cpu / distance % 2 == 0 ? 1u : 2u;

    void KickSibling(int cpu)
    {
        counters[0].Kicks++;
        DepartingCpu.Kick(departing, SiblingOf(cpu), KickFlags.Preempt);
    }

    int SiblingOf(int cpu) => BitOf(cpu) == 1 ? cpu + distance : cpu - distance;

    /// <summary>Finds a task for a CPU. False if it is worth another try.</summary>
    /// <param name="cpu">Id of the CPU.</param>
    /// <param name="first">The first cgroup that was tried: once all have been, it is its turn again.</param>
    bool TakeTurn(int cpu, ref uint first)
    {
        ulong now = Now();
        Turn turn = NextTurn(cpu, now);
        if (turn is Turn.Wait or Turn.WaitAndKick)
        {
            counters[0].Waits++;
            if (turn == Turn.WaitAndKick)
                KickSibling(cpu);
            return true;
        }
        if (turn == Turn.Begin)
        {
            if (!TryTakeCgroup(out uint next) || next == first)
                return true;
            if (first == NoCgroup)
                first = next;
            if (BeginBatch(cpu, next, now))
            {
                counters[0].Batches++;
                KickSibling(cpu);
            }
        }
        if (DispatchFrom(pairs[PairOf(cpu)].Cgroup, cpu, out bool forSibling))
            return true;
        counters[0].Emptied++;
        return !EndBatch(cpu, forSibling);
    }
}
