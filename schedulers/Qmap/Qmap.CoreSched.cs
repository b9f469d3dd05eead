// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What depends on weights: which of two tasks goes first on the SMT siblings of a core, and how fast a CPU should be.</summary>
public sealed partial class Qmap
{
    /// <inheritdoc/>
    public override bool CoreSchedBefore(TaskStruct a, TaskStruct b) => Distance(a) > Distance(b);

    /// <inheritdoc/>
    public override void Tick(TaskStruct p)
    {
        int cpu = TaskCpu(p);
        ref CpuState state = ref cpus[cpu];
        state.AverageWeight = (uint)RunningAverage.Add(state.AverageWeight, p.Scx.Weight);
        // The higher the level of the average, the more performance.
        state.PerfTarget = (uint)LevelOf(state.AverageWeight) * CpuPerf.One / (Levels.Count - 1);
        CpuPerfSet(cpu, state.PerfTarget);
    }

    /// <summary>How far a task is from its turn; each level goes twice as fast as the one below it.</summary>
    long Distance(TaskStruct p)
    {
        if (tasks.Find(p) is not { } task)
            return 0;
        int level = LevelOf(p.Scx.Weight);
        long distance = (long)(task.Value.Sequence - levels[level].LastSequence);
        // A task whose turn has passed is to come the sooner the higher its level.
        return distance >= 0 ? distance << (Levels.Count - 1 - level) : distance << level;
    }
}
