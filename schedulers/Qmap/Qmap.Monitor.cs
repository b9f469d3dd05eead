// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Each second: expedites what has come to wait, sees how fast the CPUs are, and prints what the kernel counts if told to.</summary>
public sealed partial class Qmap
{
    const ulong MonitorIntervalNs = 1_000_000_000;

    [Tunable("Print the shared queue and the kernel's event counters to the trace each second")]
    readonly bool printEvents;

    [Stat]
    readonly ArrayMap<Performance> performance = new(1);

    readonly ArrayMap<Monitor> monitors = new(1);

    int StartMonitor()
    {
        ref BpfTimer timer = ref monitors[0].Timer;
        int status = timer.Init(monitors, Watch);
        return status != 0 ? status : timer.Start(MonitorIntervalNs);
    }

    void Watch(in uint key, ref Monitor monitor)
    {
        using (Rcu.Read())
            Expedite();
        SeePerformance();
        if (printEvents)
        {
            PrintShared();
            PrintEvents();
        }
        monitor.Timer.Start(MonitorIntervalNs);
    }

    void SeePerformance()
    {
        var seen = new Performance { PerfMin = CpuPerf.One, PerfTargetMin = CpuPerf.One };
        ulong count = 0, capacities = 0, speeds = 0, targets = 0;
        using var online = GetOnlineCpumask();
        for (int cpu = 0; cpu < cpus.Length; cpu++)
        {
            if (!online.Test(cpu))
                continue;
            ulong capacity = CpuPerfCap(cpu), speed = CpuPerfCur(cpu), target = cpus[cpu].PerfTarget;
            count++;
            capacities += capacity;
            // Of what the fastest CPU of the machine could do.
            speeds += speed * capacity / CpuPerf.One;
            targets += target;
            seen.PerfMin = Math.Min(seen.PerfMin, speed);
            seen.PerfMax = Math.Max(seen.PerfMax, speed);
            seen.PerfTargetMin = Math.Min(seen.PerfTargetMin, target);
            seen.PerfTargetMax = Math.Max(seen.PerfTargetMax, target);
        }
        if (count == 0 || capacities == 0)
            return;
        seen.PerfAverage = speeds * CpuPerf.One / capacities;
        seen.PerfTargetAverage = targets / count;
        performance[0] = seen;
    }

    static void PrintShared()
    {
        int count = DsqNrQueued(SharedDsq);
        if (count <= 0)
            return;
        Printk($"{count} tasks in the shared queue, the last one first");
        using (Rcu.Read())
        {
            foreach (TaskStruct p in DsqTasks(SharedDsq, DsqIterFlags.Reverse))
                Printk($"{p.Comm}[{p.Pid}]");
        }
    }

    static void PrintEvents()
    {
        EventStats events = Events();
        Printk($"selected CPU not allowed {events.SelectCpuFallback}, CPU offline {events.DispatchLocalDsqOffline}, went on alone {events.DispatchKeepLast}");
        Printk($"not enqueued as they exited {events.EnqSkipExiting}, default slices {events.RefillSliceDfl}");
        Printk($"bypass: {events.BypassActivate} times, {events.BypassDuration} ns, {events.BypassDispatch} tasks");
    }
}
