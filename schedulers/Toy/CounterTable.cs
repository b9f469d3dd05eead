// SPDX-License-Identifier: GPL-2.0-only
using Scx.Runtime;

namespace Scx.Schedulers;

/// <summary>Prints how many tasks went which way, once a second, from a thread that the kernel half schedules by itself.</summary>
sealed class CounterTable(KernelScheduler kernel)
{
    const int RowsPerHeader = 20;

    readonly GlobalVariable<ulong> kernelEnqueues = kernel.Global<ulong>("kernelEnqueues");
    readonly GlobalVariable<ulong> userEnqueues = kernel.Global<ulong>("userEnqueues");
    readonly GlobalVariable<ulong> failedEnqueues = kernel.Global<ulong>("failedEnqueues");
    readonly ManualResetEventSlim stop = new();
    Thread? printer;

    /// <summary>Starts printing.</summary>
    public void PrintEverySecond()
    {
        printer = new Thread(Print) { IsBackground = true, Name = "counters" };
        printer.Start();
    }

    /// <summary>Prints a last row and ends.</summary>
    public void Stop()
    {
        stop.Set();
        printer?.Join();
    }

    void Print()
    {
        for (int row = 0; ; row++)
        {
            bool last = stop.Wait(TimeSpan.FromSeconds(1));
            if (row % RowsPerHeader == 0)
                Console.WriteLine($"{"kernel",12} {"user",12} {"failed",12}");
            Console.WriteLine($"{kernelEnqueues.Value,12} {userEnqueues.Value,12} {failedEnqueues.Value,12}");
            if (last)
                return;
        }
    }
}
