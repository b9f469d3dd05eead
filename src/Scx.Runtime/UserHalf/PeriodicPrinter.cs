namespace Scx.Runtime;

/// <summary>Prints a user half's statistics once a second, from a thread that the kernel half schedules by itself.</summary>
sealed class PeriodicPrinter : IDisposable
{
    readonly UserHalf half;
    readonly ManualResetEventSlim stop = new();
    readonly Thread thread;

    /// <summary>Starts printing.</summary>
    internal PeriodicPrinter(UserHalf half)
    {
        this.half = half;
        thread = new Thread(Print) { IsBackground = true, Name = "statistics" };
        thread.Start();
    }

    /// <summary>Prints a last time and ends.</summary>
    internal void Stop()
    {
        stop.Set();
        thread.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        stop.Dispose();
    }

    void Print()
    {
        bool last;
        do
        {
            last = stop.Wait(TimeSpan.FromSeconds(1));
            half.Print(Console.Out);
        }
        while (!last);
    }
}
