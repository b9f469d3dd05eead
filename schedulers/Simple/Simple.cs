// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>
/// A scheduler with one queue for all CPUs. Tasks wait in the order of their weighted virtual time, so that each gets CPU time in
/// proportion to its weight; with <c>--fifo</c> they wait in the order they came.
/// </summary>
[SchedExtOps("simple")]
public sealed class Simple : Scheduler
{
    // A queue of our own rather than the built-in Dsq.Global, which keeps no order by virtual time.
    const ulong SharedDsq = 0;

    [Tunable("Schedule first-in first-out instead of by weighted virtual time")]
    readonly bool fifo;

    [Stat("Tasks put on an idle CPU's own queue, passing the shared one")]
    readonly PerCpuArray<ulong> local = new(1);

    [Stat("Tasks put into the shared queue, but for a few that are bound to a CPU and must not wait")]
    readonly PerCpuArray<ulong> global = new(1);

    readonly ArrayMap<DepartingCpu> departing = new(1);

    // The virtual time of the task that ran last: what a task that slept is brought up to.
    ulong vtimeNow;

    /// <inheritdoc/>
    public override int SelectCpu(TaskStruct p, int prevCpu, WakeFlags wakeFlags)
    {
        int cpu = SelectCpuDefault(p, prevCpu, wakeFlags, out bool isIdle);
        if (isIdle)
        {
            local[0]++;
            DsqInsert(p, Dsq.Local, Slice.Default);
        }
        return cpu;
    }

    /// <inheritdoc/>
    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        global[0]++;
        ulong queue = DepartingCpu.MustNotWait(p) ? Dsq.Local : SharedDsq;
        if (fifo || queue != SharedDsq)
        {
            DsqInsert(p, queue, Slice.Default, enqFlags);
            return;
        }

        // A task that slept long keeps no more credit than one slice.
        ulong vtime = Vtime.LimitCredit(p.Scx.DsqVtime, vtimeNow, Slice.Default);
        DsqInsertVtime(p, SharedDsq, Slice.Default, vtime, enqFlags);
    }

    /// <inheritdoc/>
    public override void Dispatch(int cpu, TaskStruct? prev) => DsqMoveToLocal(SharedDsq);

    /// <inheritdoc/>
    public override void Running(TaskStruct p)
    {
        if (fifo)
            return;
        // Tasks start on several CPUs at once, so the clock may stand a moment ahead or behind; it only must not run backwards.
        if (VtimeBefore(vtimeNow, p.Scx.DsqVtime))
            vtimeNow = p.Scx.DsqVtime;
    }

    /// <inheritdoc/>
    public override void Stopping(TaskStruct p, bool runnable)
    {
        if (fifo)
            return;
        // The heavier the task, the slower its virtual time goes.
        p.Scx.DsqVtime += Vtime.Charge(Slice.Default - p.Scx.Slice, p.Scx.Weight);
    }

    /// <inheritdoc/>
    public override void Enable(TaskStruct p) => p.Scx.DsqVtime = vtimeNow;

    /// <inheritdoc/>
    public override int Init()
    {
        int status = CreateDsq(SharedDsq);
        return status != 0 ? status : DepartingCpu.Prepare(departing);
    }

    // CPUs may come and go. Without these two, the kernel would end the scheduler then.

    /// <inheritdoc/>
    public override void CpuOnline(int cpu) { }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu) => DepartingCpu.LetGo(departing, cpu, SharedDsq);
}
