// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>The user half: takes runnable tasks in the order they came and gives each its turn.</summary>
static class UserHalf
{
    const int Success = 0, Failure = 1, WrongUsage = 2, Ejected = 5;

    static int Main(string[] arguments)
    {
        if (arguments is ["-h" or "--help"])
        {
            Console.WriteLine("usage: Toy\n\nSchedules every user task of this machine first-in first-out, from user space. Ends on Ctrl-C.");
            return Success;
        }
        if (arguments.Length > 0)
        {
            Console.Error.WriteLine($"Toy: unknown option '{arguments[0]}'; --help tells what there is");
            return WrongUsage;
        }
        try
        {
            return Run();
        }
        catch (SchedulerException error)
        {
            Console.Error.WriteLine($"Toy: {error.Message}");
            return Failure;
        }
    }

    static int Run()
    {
        using var scheduler = OpenScheduler.Open(Path.Combine(AppContext.BaseDirectory, "toy.bpf.o"));
        // The first thread of a process has the process's id.
        scheduler.SetTunable("userPid", Environment.ProcessId);
        using var loaded = scheduler.Load();

        bool stop = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Volatile.Write(ref stop, true);
        }

        var decisions = new Decisions(loaded);
        var counters = new CounterTable(loaded);
        // A page fault would put this thread to sleep while every task waits for it.
        MemoryLock.LockAll();
        decisions.WarmUp();

        using var attached = loaded.Attach();
        counters.PrintEverySecond();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        while (!Volatile.Read(ref stop) && !attached.HasEnded)
        {
            decisions.Decide();
            // Hands the CPU to the kernel half, which runs this thread again when a task has come.
            Thread.Yield();
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        bool ejected = attached.HasEnded;
        var record = attached.Detach();
        counters.Stop();
        Console.WriteLine($"EXIT: {record}");
        if (allocated != 0)
            Console.Error.WriteLine($"Toy: the scheduling thread allocated {allocated} bytes, which it never should");
        return ejected ? Ejected : Success;
    }
}
