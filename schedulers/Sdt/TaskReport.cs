// SPDX-License-Identifier: GPL-2.0-only
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>The user half: prints what the kernel half counts, once a second, from the memory that they share.</summary>
sealed class TaskReport(KernelScheduler kernel)
{
    const int BusiestTasks = 5;

    readonly GlobalVariable<ArenaPool<TaskStats>> pool = kernel.Global<ArenaPool<TaskStats>>("pool");
    readonly GlobalVariable<TaskStats> ended = kernel.Global<TaskStats>("ended");

    static int Main(string[] arguments) => ObserverProgram.Run(
        Path.Combine(AppContext.BaseDirectory, "sdt.bpf.o"), arguments,
        "usage: Sdt\n\nSchedules the tasks of this machine first-in first-out, and prints what it counts of them. Ends on Ctrl-C.",
        kernel => new TaskReport(kernel).Print);

    void Print(TextWriter output)
    {
        ref readonly var past = ref ended.Value;
        ref readonly var use = ref pool.Value;
        output.WriteLine($"enqueues={past.Enqueues} idleWakeups={past.IdleWakeups} busyWakeups={past.BusyWakeups} " +
            $"begun={use.Rents} ended={use.Returns} pages={use.Pages}");

        TaskStats[] alive = [.. use.Rented().Select(stats => stats.Value)];
        var busiest = alive.OrderByDescending(stats => stats.Wakeups).Take(BusiestTasks);
        output.WriteLine($"{alive.Length} tasks; woken most: {string.Join(", ", busiest.Select(stats => $"{stats.Pid} ({stats.Wakeups})"))}");
    }
}
