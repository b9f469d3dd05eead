using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>Runs syscall programs of a loaded and of an attached scheduler, and looks at what those attached elsewhere have counted.</summary>
static class ProgramKinds
{
    static readonly string[] counters = ["switches", "wakeups", "slept", "awoke", "probed", "returned", "ticks", "enqueues"];

    public static void Run(Facts facts)
    {
        using var loaded = Objects.Load("programs");
        facts["reset"] = loaded.Run("Reset");
        facts["unknown"] = Fails(() => loaded.Run("Nothing"));
        byte small = 0;
        facts["small"] = Fails(() => loaded.Run("Ask", ref small));

        using var attached = loaded.Attach();
        // Sleeps by the system call that is traced; .NET's own does not use it.
        Objects.Sleep(times: 5);
        var question = new Question { Pid = 7, Factor = 21 };
        facts["ask"] = attached.Run("Ask", ref question);
        facts["answer"] = $"{question.Pid} {question.Factor} {question.Switches > 0} {question.CreatedQueue}";
        facts["again"] = $"{attached.Run("Ask", ref question)} {question.CreatedQueue}";
        ulong seen = 0;
        attached.Run("Count", ref seen);
        facts["count"] = seen > 0;
        foreach (string counter in counters)
            facts[counter] = attached.Global<ulong>(counter).Value > 0;
        facts["lastResult"] = attached.Global<int>("lastResult").Value;
        facts["lastTimer"] = (long)attached.Global<ulong>("lastTimer").Value < 0;
        facts["sawTimer"] = attached.Global<bool>("sawTimer").Value;

        facts["exit"] = attached.Detach()!.Reason;
        ulong atEnd = attached.Global<ulong>("slept").Value;
        Objects.Sleep(times: 2);
        facts["stillTracing"] = attached.Global<ulong>("slept").Value != atEnd;
    }

    static string Fails(Action run)
    {
        try
        {
            run();
            return "no";
        }
        catch (ProgramRunException error)
        {
            return $"{error.Errno} {error.Message}";
        }
    }
}
