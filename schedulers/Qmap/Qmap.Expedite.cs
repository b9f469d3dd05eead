// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>Tasks of nice -20 pass the others that wait in the shared queue: walks a dispatch queue, and moves tasks out of its middle.</summary>
public sealed partial class Qmap
{
    const ulong ExpeditedDsq = 1;

    // That of nice -20.
    const uint ExpeditedWeight = 8668;

    [Tunable("Let tasks of nice -20 pass those in the shared queue; of use with a larger batch")]
    readonly bool expedite;

    // How many wait in the queue maps.
    long expeditedQueued;

    ulong expeditedSequence;

    void MarkIfExpedited(TaskStruct p, ref TaskState task)
    {
        task.IsExpedited = expedite && p.Scx.Weight >= ExpeditedWeight;
        if (task.IsExpedited)
            Interlocked.Increment(ref expeditedQueued);
    }

    /// <summary>Runs expedited tasks. Whether one runs on this CPU now.</summary>
    bool Expedite()
    {
        CollectExpedited();
        int here = (int)GetSmpProcessorId();
        var waiting = DsqTasks(ExpeditedDsq);
        foreach (TaskStruct p in waiting)
        {
            int cpu = p.CpusPtr.Test(here) ? here : PickAnyCpu(p.CpusPtr);
            if (!waiting.Move(p, Dsq.LocalOn | (uint)cpu, EnqFlags.Preempt))
            {
                counters[0].ExpeditedLost++;
            }
            else if (cpu != here)
            {
                counters[0].ExpeditedElsewhere++;
            }
            else
            {
                counters[0].ExpeditedHere++;
                return true;
            }
        }
        return false;
    }

    /// <summary>Moves expedited tasks from the shared queue to one of their own, with twice the slice.</summary>
    void CollectExpedited()
    {
        var shared = DsqTasks(SharedDsq);
        foreach (TaskStruct p in shared)
        {
            if (tasks.Find(p) is not { Value.IsExpedited: true })
                continue;
            shared.SetSlice(sliceNs * 2);
            shared.SetVtime(expeditedSequence++);
            shared.MoveVtime(p, ExpeditedDsq);
        }
    }
}
