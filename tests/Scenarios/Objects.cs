using System.Diagnostics;
using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>What scenarios share.</summary>
static class Objects
{
    /// <summary>Loads the object of a scheduler of this project.</summary>
    public static LoadedScheduler Load(string name, Action<OpenScheduler>? prepare = null, SchedulerOptions? options = null)
    {
        using var open = OpenScheduler.Open(Path.Combine(AppContext.BaseDirectory, $"{name}.bpf.o"), options);
        prepare?.Invoke(open);
        return open.Load();
    }

    /// <summary>Runs a shell command to its end.</summary>
    public static int Shell(string command)
    {
        using var process = Process.Start("sh", ["-c", command]);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Sleeps with the system call nanosleep, some milliseconds each time.</summary>
    public static void Sleep(int times) => Shell($"for i in $(seq {times}); do sleep 0.05; done");
}
