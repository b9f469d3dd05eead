using System.Diagnostics;
using Scx.Diagnostics;
using Scx.Runtime;

namespace Scx.Run;

/// <summary>Runs a scheduler from attaching to its end.</summary>
sealed class Session(CommandLine line, Func<LoadedScheduler> load)
{
    // How soon an ejection or the end of the time is noticed.
    static readonly TimeSpan longestWait = TimeSpan.FromMilliseconds(100);

    // Runs from the first attaching on.
    readonly Stopwatch clock = new();

    /// <summary>Attaches, waits, detaches; again if the kernel asks for it.</summary>
    /// <returns>scx-run's exit code.</returns>
    public int Run()
    {
        using var stop = new StopRequest();
        while (true)
        {
            using var scheduler = load().Attach();
            clock.Start();
            Terminal.Say(scheduler.IsScheduler
                ? $"scheduler '{scheduler.Name}' is running; Ctrl-C ends it"
                : $"the programs of '{scheduler.Name}' are attached; Ctrl-C detaches them");
            bool ownEnd = Watch(scheduler, stop);
            if (scheduler.Detach() is not { } exit)
            {
                Terminal.Say(!scheduler.IsScheduler ? "EXIT: detached" : "EXIT: (the scheduler keeps no record of why it ended)");
                return ownEnd ? ExitCode.Success : ExitCode.Ejected;
            }

            Report(exit, scheduler.Explain(exit));
            if (ownEnd || !exit.RestartRequested)
                return ownEnd && !exit.IsError ? ExitCode.Success : ExitCode.Ejected;
            Terminal.Say("The kernel asks for a restart.");
        }
    }

    // True if it is we who end it.
    bool Watch(AttachedScheduler scheduler, StopRequest stop)
    {
        var printer = new StatisticsPrinter(scheduler.CreateSampler(), Console.Out, line.Json);
        var next = clock.Elapsed + line.Interval;
        while (!scheduler.HasEnded)
        {
            var now = clock.Elapsed;
            if (now >= line.Duration)
                return true;
            if (line.Statistics && now >= next)
            {
                printer.Print();
                next += line.Interval;
            }

            if (stop.Wait(Shortest(longestWait, line.Statistics ? next - now : longestWait, (line.Duration ?? TimeSpan.MaxValue) - now)))
                return true;
        }

        return false;
    }

    static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> times)
    {
        var shortest = TimeSpan.MaxValue;
        foreach (var time in times)
            shortest = time < shortest ? time : shortest;
        return shortest > TimeSpan.Zero ? shortest : TimeSpan.Zero;
    }

    static void Report(ExitRecord exit, LogFinding? finding)
    {
        if (finding is not null)
            FindingPrinter.Print(finding);
        if (exit.IsError && exit.Dump.Length > 0)
            Terminal.Say($"DEBUG DUMP\n{new string('=', 80)}\n\n{exit.Dump}\n\n{new string('=', 80)}\n");
        Terminal.Say($"EXIT: {exit}");
    }
}
