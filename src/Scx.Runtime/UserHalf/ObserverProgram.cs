using System.Runtime.InteropServices;

namespace Scx.Runtime;

/// <summary>
/// The main program of a scheduler whose user half decides nothing and only tells what goes on: loads the scheduler, attaches it, prints once a second until
/// Ctrl-C or SIGTERM or until the kernel ends it, and says why it ended.
/// </summary>
public static class ObserverProgram
{
    static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Runs the program.</summary>
    /// <param name="path">The scheduler's object file.</param>
    /// <param name="arguments">What was typed: <c>--help</c>, or the scheduler's tunables as <c>--name value</c>.</param>
    /// <param name="help">What <c>--help</c> says before the tunables.</param>
    /// <param name="create">Makes, of the loaded scheduler, what prints.</param>
    /// <returns>The process's exit code, as of <c>scx-run</c>.</returns>
    public static int Run(string path, string[] arguments, string help, Func<KernelScheduler, Action<TextWriter>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return SchedulerProgram.Run(path, arguments, help, hiddenTunable: null, static _ => { }, loaded => Watch(loaded, create(loaded)));
    }

    static int Watch(LoadedScheduler loaded, Action<TextWriter> print)
    {
        using var stop = new ManualResetEventSlim();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Set();
        }

        using var attached = loaded.Attach();
        while (!stop.Wait(interval) && !attached.HasEnded)
            print(Console.Out);
        return SchedulerProgram.End(attached, () => print(Console.Out));
    }
}
