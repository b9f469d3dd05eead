namespace Scx.Runtime;

/// <summary>What main programs of schedulers have in common: help, tunables, and what is said if the scheduler cannot be loaded.</summary>
static class SchedulerProgram
{
    /// <summary>The exit codes, those of <c>scx-run</c>.</summary>
    internal const int Success = 0, Failure = 1, WrongUsage = 2, Ejected = 5;

    /// <summary>Loads a scheduler and runs it.</summary>
    /// <param name="path">The scheduler's object file.</param>
    /// <param name="arguments">What was typed.</param>
    /// <param name="help">What <c>--help</c> says before the tunables.</param>
    /// <param name="hiddenTunable">A tunable that the program sets itself, or null.</param>
    /// <param name="prepare">Called before the scheduler is loaded.</param>
    /// <param name="run">Runs the loaded scheduler; returns the exit code.</param>
    internal static int Run(string path, string[] arguments, string help, string? hiddenTunable, Action<OpenScheduler> prepare, Func<LoadedScheduler, int> run)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        try
        {
            using var scheduler = OpenScheduler.Open(path);
            if (arguments is ["-h" or "--help"])
            {
                Console.WriteLine(help);
                foreach (var tunable in scheduler.Tunables.Where(tunable => tunable.Name != hiddenTunable))
                    Console.WriteLine($"  --{tunable.OptionName}  {tunable.Description}");
                return Success;
            }
            if (!SetTunables(scheduler, arguments))
                return WrongUsage;
            prepare(scheduler);
            using var loaded = scheduler.Load();
            return run(loaded);
        }
        catch (SchedulerException error)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return error is TunableException ? WrongUsage : Failure;
        }
    }

    /// <summary>Detaches a scheduler, lets the program say its last, and tells how it ended: an error with what it means and the kernel's debug dump, as <c>scx-run</c> does.</summary>
    /// <param name="attached">The scheduler.</param>
    /// <param name="finish">Called between detaching and telling.</param>
    /// <returns>The exit code.</returns>
    internal static int End(AttachedScheduler attached, Action finish)
    {
        bool ejected = attached.HasEnded;
        var exit = attached.Detach();
        finish();
        if (exit is { IsError: true })
        {
            if (attached.Explain(exit) is { } finding)
                Console.Error.WriteLine($"{(finding.Place is { } place ? $"{place}: " : "")}error {finding.Id}: {finding.Message}\n  fix: {finding.Fix}");
            if (exit.Dump.Length > 0)
                Console.Error.WriteLine($"DEBUG DUMP\n\n{exit.Dump}\n");
        }
        Console.WriteLine($"EXIT: {exit}");
        return ejected ? Ejected : Success;
    }

    static bool SetTunables(OpenScheduler scheduler, string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (scheduler.Tunables.FirstOrDefault(t => $"--{t.OptionName}" == arguments[i]) is not { } tunable || i + 1 == arguments.Length)
            {
                Console.Error.WriteLine($"error: unknown option '{arguments[i]}', or one without its value; --help tells what there is");
                return false;
            }
            scheduler.SetTunable(tunable.Name, arguments[i + 1]);
        }
        return true;
    }
}
