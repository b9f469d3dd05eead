// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>The user half: gives tasks their turn in the order of their weighted virtual time. Allocates nothing once it is made.</summary>
sealed class VirtualTimeOrder : UserHalf
{
    // What a task has run while the kernel half scheduled it, bound to some CPUs, counts at once when it comes back; the others' time has not gone on meanwhile, and by
    // all of it the task would wait until the watchdog ends the scheduler.
    const ulong MostDebtNs = 400_000_000;

    readonly int batch;
    readonly QueueView<QueuedTask> enqueued;
    readonly QueueView<int> dispatched;
    readonly GlobalVariable<ulong> waiting;
    readonly StatisticsSampler sampler;

    // By pid. A task may be met for the first time at any moment, when there is no allocating memory.
    readonly (ulong Vtime, ulong SumExecRuntime)[] tasks;

    // Of two tasks with the same virtual time the one that came first goes first.
    readonly PriorityQueue<int, (ulong Vtime, ulong Arrival)> order;

    // The virtual time of the task that had its turn last: what a task that slept is brought up to.
    ulong vtimeNow;

    ulong arrivals;
    ulong turns;
    ulong failedTurns;

    VirtualTimeOrder(KernelScheduler kernel, int batch)
    {
        this.batch = batch;
        enqueued = kernel.Queue<QueuedTask>("enqueued");
        dispatched = kernel.Queue<int>("dispatched");
        waiting = kernel.Global<ulong>("waiting");
        sampler = kernel.CreateSampler();
        int pids = int.Parse(File.ReadAllText("/proc/sys/kernel/pid_max"), CultureInfo.InvariantCulture);
        tasks = new (ulong, ulong)[pids];
        order = new(pids);
    }

    static int Main(string[] arguments)
    {
        int batch = 1;
        if (arguments is ["--batch", var number, .. var rest])
        {
            if (!int.TryParse(number, CultureInfo.InvariantCulture, out batch) || batch < 1)
            {
                Console.Error.WriteLine($"error: --batch '{number}' is not a number above 0");
                return 2;
            }
            arguments = rest;
        }
        return UserHalfProgram.Run(Path.Combine(AppContext.BaseDirectory, "userland.bpf.o"), arguments,
            """
            usage: Userland [--batch N] [OPTION...]

            Schedules the tasks of this machine in the order of their weighted virtual time, which is decided in user space. Ends on Ctrl-C.

              --batch N  Tasks sent back at a time (1): more cost less, and keep less order
            """,
            kernel => new VirtualTimeOrder(kernel, batch));
    }

    /// <inheritdoc/>
    public override void WarmUp()
    {
        // Two, so that they are compared.
        var task = new QueuedTask { Weight = Weight.Normal };
        enqueued.TryPush(task);
        enqueued.TryPush(task);
        Decide();
        while (dispatched.TryPop(out _))
            continue;
        order.Clear();
        arrivals = turns = 0;
    }

    /// <inheritdoc/>
    public override void Decide()
    {
        while (enqueued.TryPop(out QueuedTask task))
            Arrive(in task);
        for (int i = 0; i < batch && order.TryPeek(out int pid, out var place); i++)
        {
            if (!dispatched.TryPush(pid))
            {
                failedTurns++;
                break;
            }
            order.Dequeue();
            vtimeNow = place.Vtime;
            turns++;
        }
        waiting.Value = (ulong)order.Count;
    }

    /// <inheritdoc/>
    public override void Print(TextWriter output)
    {
        var values = sampler.Sample();
        for (int i = 0; i < values.Count; i++)
            output.Write($"{sampler.Statistics[i].Name}={values[i]} ");
        output.WriteLine($"arrivals={arrivals} turns={turns} failedTurns={failedTurns}");
    }

    void Arrive(in QueuedTask task)
    {
        ref var known = ref tasks[task.Pid];
        // Less than before: another task has got the pid.
        bool isNew = known.SumExecRuntime == 0 || task.SumExecRuntime < known.SumExecRuntime;
        // New tasks start as if they had had a slice. If they did not, and were made without end only to end at once, the others' turn would never come.
        ulong ran = isNew ? Slice.Default : task.SumExecRuntime - known.SumExecRuntime;
        ulong since = isNew ? vtimeNow : known.Vtime;
        known.Vtime = Vtime.LimitDebt(Vtime.Later(since + Vtime.Charge(ran, task.Weight), vtimeNow), vtimeNow, MostDebtNs);
        known.SumExecRuntime = task.SumExecRuntime;
        order.Enqueue(task.Pid, (known.Vtime, arrivals++));
    }
}
