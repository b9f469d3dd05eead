namespace Scx.Runtime;

/// <summary>Prints a user half's statistics once a second, from a thread that the kernel half schedules by itself.</summary>
/// <remarks>
/// To be made before the scheduler is attached. A process that starts a thread waits for whoever moves tasks between cgroups (cgroup_threadgroup_rwsem in
/// kernel/cgroup/cgroup.c), and that task would wait for the user half.
/// </remarks>
sealed class PeriodicPrinter : IDisposable
{
    readonly UserHalf half;
    readonly ManualResetEventSlim begin = new();
    readonly ManualResetEventSlim stop = new();
    readonly Thread thread;
    volatile bool hasBegun;

    /// <summary>Starts the thread.</summary>
    internal PeriodicPrinter(UserHalf half)
    {
        this.half = half;
        thread = new Thread(Print) { IsBackground = true, Name = "statistics" };
        thread.Start();
    }

    /// <summary>Starts printing.</summary>
    internal void Begin()
    {
        hasBegun = true;
        begin.Set();
    }

    /// <summary>Prints a last time, if it has begun, and ends.</summary>
    internal void Stop()
    {
        stop.Set();
        begin.Set();
        thread.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        stop.Dispose();
        begin.Dispose();
    }

    void Print()
    {
        begin.Wait();
        if (!hasBegun)
            return;
        bool last;
        do
        {
            last = stop.Wait(TimeSpan.FromSeconds(1));
            half.Print(Console.Out);
        }
        while (!last);
    }
}
