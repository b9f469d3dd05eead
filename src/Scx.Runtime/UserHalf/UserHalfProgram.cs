using System.Runtime.InteropServices;

namespace Scx.Runtime;

/// <summary>
/// The main program of a scheduler with a user half: loads the kernel half, attaches it, decides until Ctrl-C or SIGTERM or until the kernel
/// ends it, and says why it ended.
/// </summary>
/// <remarks>
/// The kernel half has a tunable <c>userPid</c>, which is set to the id of the thread that decides. That thread's memory is locked, since a
/// page fault would put it to sleep while every task waits for it.
/// </remarks>
public static class UserHalfProgram
{
    /// <summary>Runs the program. To be called by the process's first thread.</summary>
    /// <param name="path">The scheduler's object file.</param>
    /// <param name="arguments">
    /// What was typed: <c>--help</c>, or the scheduler's tunables as <c>--name value</c>. Those that <paramref name="create"/> wants for itself
    /// are taken out before.
    /// </param>
    /// <param name="help">What <c>--help</c> says before the tunables.</param>
    /// <param name="create">Makes the user half of the loaded scheduler.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(string path, string[] arguments, string help, Func<KernelScheduler, UserHalf> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        // The first thread of a process has the process's id.
        return SchedulerProgram.Run(path, arguments, help, hiddenTunable: "userPid", scheduler => scheduler.SetTunable("userPid", Environment.ProcessId),
            loaded => Run(loaded, create(loaded)));
    }

    static int Run(LoadedScheduler loaded, UserHalf half)
    {
        bool stop = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Volatile.Write(ref stop, true);
        }

        MemoryLock.LockAll();
        half.WarmUp();
        Thread.Yield();
        half.Print(TextWriter.Null);

        using var printer = new PeriodicPrinter(half);
        using var attached = loaded.Attach();
        printer.Begin();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        while (!Volatile.Read(ref stop) && !attached.HasEnded)
        {
            half.Decide();
            // Hands the CPU to the kernel half, which runs this thread again when it is needed.
            Thread.Yield();
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        int code = SchedulerProgram.End(attached, printer.Stop);
        if (allocated != 0)
            Console.Error.WriteLine($"the scheduling thread allocated {allocated} bytes, which it never should");
        return code;
    }
}
