// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What it tells of itself: in the kernel's debug dump, and in the trace when CPUs come and go.</summary>
public sealed partial class Qmap
{
    [Tunable("Leave what is Qmap's own out of the debug dump")]
    readonly bool suppressDump;

    /// <inheritdoc/>
    public override void Dump(DumpCtx ctx)
    {
        if (suppressDump)
            return;
        DumpPrint($"QMAP: lost task {lostPid}\n");
        for (uint level = 0; level < Levels.Count; level++)
        {
            if (queues.Find(level) is not { } queue)
                return;
            DumpPrint($"QMAP FIFO[{level}]:");
            for (int i = 0; i < QueueLength && queue.TryPop(out int pid); i++)
                DumpPrint($" {pid}");
            DumpPrint("\n");
        }
    }

    /// <inheritdoc/>
    public override void DumpCpu(DumpCtx ctx, int cpu, bool idle)
    {
        if (suppressDump || idle)
            return;
        ref CpuState state = ref cpus[cpu];
        DumpPrint($"QMAP: level={state.Level} credit={state.Credit} average_weight={state.AverageWeight} perf_target={state.PerfTarget}");
    }

    /// <inheritdoc/>
    public override void DumpTask(DumpCtx ctx, TaskStruct p)
    {
        if (!suppressDump && tasks.Find(p) is { Value: var task })
            DumpPrint($"QMAP: expedited={task.IsExpedited} sequence={task.Sequence}");
    }

    /// <inheritdoc/>
    public override void CpuOnline(int cpu)
    {
        Printk($"CPU {cpu} coming online");
        ReportCpus();
    }

    /// <inheritdoc/>
    public override void CpuOffline(int cpu)
    {
        Printk($"CPU {cpu} going offline");
        ReportCpus();
        DepartingCpu.LetGo(departing, cpu);
    }

    // A CPU that comes or goes is online while its callback runs.
    static void ReportCpus()
    {
        using var online = GetOnlineCpumask();
        using var possible = GetPossibleCpumask();
        Printk($"{online.Weight()} of {possible.Weight()} CPUs online");
    }
}
