// SPDX-License-Identifier: GPL-2.0-only
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>The policy: first in, first out. Allocates nothing once it is made.</summary>
sealed class Decisions(KernelScheduler kernel)
{
    readonly QueueView<QueuedTask> enqueued = kernel.Queue<QueuedTask>("enqueued");
    readonly QueueView<QueuedTask> decided = kernel.Queue<QueuedTask>("decided");

    // A task for which the way back was full; it goes first next time.
    QueuedTask waiting;
    bool isWaiting;

    /// <summary>Gives every task that has come its turn.</summary>
    public void Decide()
    {
        if (isWaiting && !decided.TryPush(waiting))
            return;
        isWaiting = false;
        while (enqueued.TryPop(out QueuedTask task))
        {
            if (decided.TryPush(task))
                continue;
            waiting = task;
            isWaiting = true;
            return;
        }
    }

    /// <summary>
    /// Runs through the loop's code once, so that no method is still to be compiled and no function of libbpf to be looked up when tasks wait;
    /// both allocate. For use before the scheduler is attached.
    /// </summary>
    public void WarmUp()
    {
        enqueued.TryPush(default);
        Decide();
        decided.TryPop(out _);
        Thread.Yield();
    }
}
