// SPDX-License-Identifier: GPL-2.0-only
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>The user half: takes runnable tasks in the order they came and gives each its turn.</summary>
sealed class FirstInFirstOut(KernelScheduler kernel) : UserHalf
{
    readonly QueueView<QueuedTask> enqueued = kernel.Queue<QueuedTask>("enqueued");
    readonly QueueView<QueuedTask> decided = kernel.Queue<QueuedTask>("decided");
    readonly GlobalVariable<ulong> kernelEnqueues = kernel.Global<ulong>("kernelEnqueues");
    readonly GlobalVariable<ulong> userEnqueues = kernel.Global<ulong>("userEnqueues");
    readonly GlobalVariable<ulong> failedEnqueues = kernel.Global<ulong>("failedEnqueues");

    // A task for which the way back was full; it goes first next time.
    QueuedTask waiting;
    bool isWaiting;

    static int Main(string[] arguments) => UserHalfProgram.Run(
        Path.Combine(AppContext.BaseDirectory, "toy.bpf.o"), arguments,
        "usage: Toy\n\nSchedules every user task of this machine first-in first-out, from user space. Ends on Ctrl-C.",
        kernel => new FirstInFirstOut(kernel));

    /// <inheritdoc/>
    public override void WarmUp()
    {
        enqueued.TryPush(default);
        Decide();
        decided.TryPop(out _);
    }

    /// <inheritdoc/>
    public override void Decide()
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

    /// <inheritdoc/>
    public override void Print(TextWriter output) =>
        output.WriteLine($"kernel={kernelEnqueues.Value} user={userEnqueues.Value} failed={failedEnqueues.Value}");
}
