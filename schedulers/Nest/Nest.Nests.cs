// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Which CPUs are in which nest.</summary>
public sealed partial class Nest
{
    const int NoMemory = -12;

    [Tunable("How long a CPU of the primary nest may be idle before it leaves, in ns")]
    readonly ulong removeNs = 2_000_000;

    [Tunable("Most CPUs in the reserve nest")]
    readonly uint reserveMax = 5;

    // As many as distributions build the kernel for; timers must be in a map.
    readonly ArrayMap<NestCpu> cpus = new(8192);

    CpumaskKptr primary;
    CpumaskKptr reserve;

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu)
    {
        using (Rcu.Read())
        {
            primary.Value?.Clear(cpu);
            reserve.Value?.Clear(cpu);
        }
        DepartingCpu.LetGo(departing, cpu, SharedDsq);
    }

    int PrepareNests()
    {
        using var noPrimary = primary.Exchange(CreateCpumask());
        using var noReserve = reserve.Exchange(CreateCpumask());
        for (uint cpu = 0; cpu < NrCpuIds(); cpu++)
        {
            ref NestCpu own = ref cpus[(int)cpu];
            using var noCandidates = own.Candidates.Exchange(CreateCpumask());
            int status = own.Timer.Init(cpus, Compact, TimerClock.BootTime);
            if (status != 0)
                return status;
        }
        return 0;
    }

    void JoinPrimary(BpfCpumask warm, BpfCpumask spare, int cpu)
    {
        Stay(cpu);
        if (!warm.TestAndSet(cpu))
            counters[0].Joined++;
        spare.Clear(cpu);
    }

    // Two that join at once may be one too many; no harm in that.
    void JoinReserve(BpfCpumask spare, int cpu)
    {
        if (spare.Weight() >= reserveMax)
        {
            counters[0].ReserveFull++;
            return;
        }
        spare.Set(cpu);
        counters[0].Reserved++;
    }

    void LeavePrimary(BpfCpumask warm, int cpu)
    {
        if (warm.TestAndClear(cpu) && reserve.Value is { } spare)
            JoinReserve(spare, cpu);
    }

    /// <summary>A CPU has work: its time to leave does not come.</summary>
    void Stay(int cpu)
    {
        ref NestCpu own = ref cpus[cpu];
        if (!own.Leaving)
            return;
        // The timer goes on, to no effect: to stop it from another CPU would cost more than that it goes off now and then.
        own.Leaving = false;
        counters[0].Stayed++;
    }

    /// <summary>A CPU has no work: it leaves the primary nest, at once if the task ended that kept it there, unless it is the only one.</summary>
    void FallIdle(int cpu, bool taskEnded)
    {
        if (primary.Value is not { } warm || !warm.Test(cpu))
            return;
        if (taskEnded && warm.Weight() > 1)
        {
            counters[0].CompactedAtExit++;
            LeavePrimary(warm, cpu);
            return;
        }
        counters[0].Idled++;
        ref NestCpu own = ref cpus[cpu];
        own.Leaving = true;
        own.Timer.Start(removeNs, TimerFlags.PinToCpu);
    }

    void Compact(in uint cpu, ref NestCpu own)
    {
        if (!own.Leaving)
            return;
        own.Leaving = false;
        counters[0].Compacted++;
        using (Rcu.Read())
        {
            if (primary.Value is { } warm)
                LeavePrimary(warm, (int)cpu);
        }
    }
}
