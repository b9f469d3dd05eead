// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Slices without the tick: every millisecond the central CPU looks which CPUs have run a task long enough.</summary>
public sealed partial class Central
{
    const ulong TimerIntervalNs = 1_000_000;

    readonly ArrayMap<Preemption> timers = new(1);

    [Stat("Times that the timer has gone off")]
    ulong ticks;

    bool timerStarted;

    int PrepareTimer() => timers[0].Timer.Init(timers, PreemptLongest);

    // On the central CPU: a pinned timer stays where it was started.
    void StartTimer()
    {
        if (!timerStarted)
            timerStarted = timers[0].Timer.Start(TimerIntervalNs, TimerFlags.PinToCpu) == 0;
    }

    void PreemptLongest(in uint key, ref Preemption value)
    {
        ulong now = Now();
        long toKick = (long)(queued - taken);
        for (int i = 0; i < cpus.Length; i++)
        {
            // Another CPU is the first each time.
            int cpu = (int)((ticks + (ulong)i) % (ulong)cpus.Length);
            // Does one wait for it, or could it have one of those who wait for any?
            if (HasRunLongEnough(cpu, now) && (DsqNrQueued(Dsq.LocalOn | (uint)cpu) > 0 || toKick-- > 0))
                KickCpu(cpu, KickFlags.Preempt);
        }
        ticks++;
        value.Timer.Start(TimerIntervalNs, TimerFlags.PinToCpu);
    }

    bool HasRunLongEnough(int cpu, ulong now)
    {
        ulong startedAt = cpus[cpu].StartedAt;
        return startedAt == 0 || !VtimeBefore(now, startedAt + sliceNs);
    }
}
