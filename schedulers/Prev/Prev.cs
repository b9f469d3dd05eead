// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Keeps a task on the CPU that it ran on last whenever that CPU is idle, even if a whole idle core is to be had elsewhere: its caches are
/// warm there. Everything else is left to the kernel's defaults.
/// </summary>
[SchedExtOps("prev")]
public sealed class Prev : Scheduler
{
    [Stat("Tasks put on an idle CPU's own queue")]
    readonly PerCpuArray<ulong> local = new(1);

    [Stat("Of these, tasks that stayed on their CPU")]
    readonly PerCpuArray<ulong> stayed = new(1);

    [Stat("Of these, tasks that moved to another CPU")]
    readonly PerCpuArray<ulong> moved = new(1);

    [Stat("Tasks that found no idle CPU and wait in the global queue")]
    readonly PerCpuArray<ulong> noneIdle = new(1);

    readonly ArrayMap<DepartingCpu> departing = new(1);

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = IdleCpu.Claim(p, prevCpu);
        if (cpu < 0)
        {
            noneIdle[0]++;
            return prevCpu;
        }

        if (cpu == prevCpu)
            stayed[0]++;
        else
            moved[0]++;
        local[0]++;
        DsqInsert(p, Dsq.Local, Slice.Default);
        return cpu;
    }

    /// <inheritdoc/>
    public override int Init() => DepartingCpu.Prepare(departing);

    // CPUs may come and go. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu);
}
