namespace Scx;

/// <summary>
/// The CPU that goes offline, for schedulers whose tasks wait elsewhere than in dispatch queues, in maps of their own or in user space: until all tasks of its run
/// queue are somewhere else, the CPU is made to look again and again. See <see cref="CpuHotplug.HandOver"/>, which is enough for dispatch queues, for why.
/// <code>
/// readonly ArrayMap&lt;DepartingCpu&gt; departing = new(1);
///
/// public override int Init() => DepartingCpu.Prepare(departing);
/// public override void CpuOffline(int cpu) => DepartingCpu.KickUntilGone(departing, cpu);
/// </code>
/// </summary>
struct DepartingCpu
{
    const ulong IntervalNs = 10_000_000;

    // A CPU may also stay, if the switch is called off: after a minute nobody waits any more, as the watchdog's limit is at most half of that.
    const int MostKicks = 6_000;

    // CPUs go one at a time (cpus_write_lock() in kernel/cpu.c), so there is but one.
    BpfTimer timer;
    int cpu;
    int kicks;

    /// <summary>Makes the map ready, for <see cref="Scheduler.Init"/>.</summary>
    /// <param name="departing">A map with one entry.</param>
    /// <returns>0, or a negative errno: see <see cref="BpfTimer.Init"/>.</returns>
    public static int Prepare(ArrayMap<DepartingCpu> departing) => departing[0].timer.Init(departing, Kick);

    /// <summary>Kicks a CPU until it is offline, for <see cref="Scheduler.CpuOffline"/>.</summary>
    /// <param name="departing">The map.</param>
    /// <param name="cpu">Id of the CPU.</param>
    public static void KickUntilGone(ArrayMap<DepartingCpu> departing, int cpu)
    {
        ref DepartingCpu entry = ref departing[0];
        entry.cpu = cpu;
        entry.kicks = 0;
        entry.timer.Start(IntervalNs);
    }

    static void Kick(in uint key, ref DepartingCpu entry)
    {
        using var online = Scheduler.GetOnlineCpumask();
        if (!online.Test(entry.cpu) || entry.kicks++ >= MostKicks)
            return;
        Scheduler.KickCpu(entry.cpu, KickFlags.Idle);
        entry.timer.Start(IntervalNs);
    }
}
