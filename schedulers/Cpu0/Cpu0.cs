// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// Runs every task on CPU 0, first in, first out, and leaves the other CPUs to those tasks that may not run there. Meant for tests: one long
/// queue served by one CPU is what shows whether the kernel gets all tasks out again when the scheduler is taken away.
/// </summary>
[SchedExtOps("cpu0")]
public sealed class Cpu0 : Scheduler
{
    const ulong SharedDsq = 0;

    [Stat("Tasks left on another CPU, since they may not run on CPU 0")]
    readonly PerCpuArray<ulong> local = new(1);

    [Stat("Tasks put into the queue of CPU 0")]
    readonly PerCpuArray<ulong> cpu0 = new(1);

    readonly ArrayMap<DepartingCpu> departing = new(1);

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags) => 0;

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        // The kernel overrides SelectCpu's answer only for a task that may not run on CPU 0.
        if (TaskCpu(p) != 0)
        {
            local[0]++;
            DsqInsert(p, Dsq.Local, Slice.Default);
            return;
        }

        cpu0[0]++;
        DsqInsert(p, SharedDsq, Slice.Default, enqFlags);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev)
    {
        if (cpu == 0)
            DsqMoveToLocal(SharedDsq);
    }

    /// <inheritdoc/>
    public override int Init()
    {
        int status = CreateDsq(SharedDsq);
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    // CPUs may come and go: CPU 0 always stays. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu, SharedDsq);
}
