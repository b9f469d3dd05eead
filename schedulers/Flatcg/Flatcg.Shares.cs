// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Shares of the machine, which change as cgroups get runnable tasks and lose them, and with their weights.</summary>
public sealed partial class Flatcg
{
    // Changes with every weight and sum of weights: shares that were worked out before it did are old.
    ulong generation = 1;

    /// <inheritdoc/>
    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroups.Find(cgroup) is not { } state || Interlocked.Increment(ref state.Value.RunnableTasks) != 1)
            return;
        counters[0].Activated++;
        Propagate(cgroup, active: true);
        // After that, so that what is enqueued next counts with the new share.
        RefreshShare(cgroup, ref state.Value);
    }

    /// <inheritdoc/>
    public override void Quiescent(TaskStruct p, DeqFlags deqFlags)
    {
        using CgroupReference cgroup = TaskCgroup(p);
        if (cgroups.Find(cgroup) is not { } state)
            return;
        if (tasks.Find(p) is { } task && task.Value.IsWaiting)
        {
            task.Value.IsWaiting = false;
            Interlocked.Decrement(ref state.Value.Waiting);
        }
        if (Interlocked.Decrement(ref state.Value.RunnableTasks) != 0)
            return;
        counters[0].Deactivated++;
        // Before that, so that what is charged from now on goes by the last share that there was.
        RefreshShare(cgroup, ref state.Value);
        Propagate(cgroup, active: false);
    }

    /// <inheritdoc/>
    public override void CgroupSetWeight(Cgroup cgroup, uint weight)
    {
        if (cgroups.Find(cgroup) is not { } state)
            return;
        var parent = StateOf(cgroup, cgroup.Level - 1);
        using (treeLock.EnterScope())
        {
            if (parent is not null && state.Value.IsActive)
                parent.Value.ActiveWeight += weight - state.Value.Weight;
            state.Value.Weight = weight;
        }
        Interlocked.Increment(ref generation);
    }

    /// <summary>
    /// Tells the cgroups above of a cgroup whose first task has become runnable, or whose last one no longer is: up to where others were active all along.
    /// </summary>
    void Propagate(Cgroup cgroup, bool active)
    {
        if (StateOf(cgroup, cgroup.Level) is not { } state)
            return;
        bool changed = false;
        for (int level = cgroup.Level - 1; level >= 0; level--)
        {
            if (StateOf(cgroup, level) is not { } parent)
                break;
            bool isEdge;
            using (treeLock.EnterScope())
            {
                isEdge = active ? state.Value.ActiveParts++ == 0 : --state.Value.ActiveParts == 0;
                if (isEdge)
                    parent.Value.ActiveWeight += active ? state.Value.Weight : 0 - state.Value.Weight;
            }
            if (!isEdge)
                break;
            changed = true;
            state = parent;
        }
        if (changed)
            Interlocked.Increment(ref generation);
    }

    /// <summary>Works a cgroup's share out anew if it is old: from the root down, at each level the part that its weight has of the active weights.</summary>
    void RefreshShare(Cgroup cgroup, ref CgroupState cached)
    {
        if (!cached.IsActive)
        {
            counters[0].ShareSkipped++;
            return;
        }
        if (cached.Generation == generation)
        {
            counters[0].ShareCached++;
            return;
        }
        counters[0].ShareUpdated++;
        if (StateOf(cgroup, 0) is not { } parent)
            return;
        parent.Value.Share = CgroupState.Whole;
        parent.Value.Generation = generation;
        for (int level = 1; level <= cgroup.Level; level++)
        {
            if (StateOf(cgroup, level) is not { } state)
                return;
            bool isActive;
            using (treeLock.EnterScope())
            {
                isActive = state.Value.IsActive;
                if (isActive)
                    state.Value.TakeShareOf(in parent.Value);
            }
            if (!isActive)
            {
                counters[0].ShareRaced++;
                return;
            }
            parent = state;
        }
    }

    /// <summary>What is kept of the cgroup that is above another, or is that itself, at a certain depth.</summary>
    Ref<CgroupState>? StateOf(Cgroup cgroup, int level)
    {
        using CgroupReference? ancestor = cgroup.Ancestor(level);
        return ancestor is null ? null : cgroups.Find(ancestor);
    }
}
