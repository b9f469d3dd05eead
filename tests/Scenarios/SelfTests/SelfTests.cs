using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>What the kernel's own tests of sched_ext show (tools/testing/selftests/sched_ext), tried with schedulers in C#.</summary>
static class SelfTests
{
    const string Load = "stress-ng --quiet --cpu 2 --switch 2 --fork 1 --timeout 1s >/dev/null 2>&1";

    public static readonly IReadOnlyList<(string Name, Action<Facts> Run)> All =
    [
        ("minimal", Runs("minimal")),
        ("maximal", Runs("maximal")),
        ("create_queues", Runs("create_queues", (scheduler, facts) =>
        {
            facts["created"] = scheduler.Global<int>("created").Value;
            facts["refused"] = scheduler.Global<int>("refused").Value;
        })),
        ("no_such_queue", Fails("no_such_queue")),
        ("vtime_into_local", Fails("vtime_into_local")),
        ("insert_on_wakeup", Runs("insert_on_wakeup", Counted("inserted"))),
        ("vtime_on_wakeup", Runs("vtime_on_wakeup", Counted("moved"))),
        ("default_choice", Runs("default_choice", (scheduler, facts) => facts["enqueued"] = scheduler.Global<ulong>("enqueued").Value > 0)),
        ("choice_in_enqueue", Runs("choice_in_enqueue", Counted("chosen"))),
        ("allowed_cpus", Runs("allowed_cpus", (scheduler, facts) =>
        {
            facts["chosen"] = scheduler.Global<ulong>("chosen").Value > 0;
            facts["wrong"] = scheduler.Global<ulong>("wrong").Value;
        })),
        ("choice_without_insert", Runs("choice_without_insert", (scheduler, facts) =>
        {
            facts["local"] = scheduler.Global<ulong>("local").Value > 0;
            facts["missing"] = scheduler.Global<ulong>("missing").Value;
        })),
        ("kept_mask", Runs("kept_mask", (scheduler, facts) =>
        {
            facts["chosen"] = scheduler.Global<ulong>("chosen").Value > 0;
            facts["wrong"] = scheduler.Global<ulong>("wrong").Value;
            facts["none"] = scheduler.Global<ulong>("none").Value;
        })),
        ("choice_from_outside", Runs("choice_from_outside", (scheduler, facts) =>
        {
            int pid = Environment.ProcessId;
            facts["result"] = scheduler.Run("Choose", ref pid);
        })),
        ("dequeue_iter", Runs("dequeue_iter", (scheduler, facts) =>
        {
            facts["dequeued"] = scheduler.Global<ulong>("dequeued").Value > 0;
            facts["walked"] = scheduler.Global<ulong>("walked").Value > 0;
        })),
        ("local_on", Runs("local_on", Counted("dispatched"))),
        ("maybe_null", Runs("maybe_null")),
        ("ends_itself", EndsItself),
        ("ended_by_program", EndedByProgram),
        ("counts_tasks", CountsTasks),
        ("hotplug", Hotplug),
    ];

    /// <summary>Attaches, carries a load, and leaves when told to.</summary>
    static Action<Facts> Runs(string name, Action<AttachedScheduler, Facts>? look = null) => facts =>
    {
        using var scheduler = Objects.Load(name).Attach();
        facts["load"] = Objects.Shell(Load);
        facts["ended"] = scheduler.HasEnded;
        look?.Invoke(scheduler, facts);
        facts["exit"] = scheduler.Detach()!.Kind;
    };

    static Action<AttachedScheduler, Facts> Counted(string counter) =>
        (scheduler, facts) => facts[counter] = scheduler.Global<ulong>(counter).Value > 0;

    /// <summary>Is thrown out for breaking a rule.</summary>
    static Action<Facts> Fails(string name) => facts =>
    {
        using var scheduler = Objects.Load(name).Attach();
        Objects.Shell(Load);
        facts["exit"] = scheduler.Detach()!.Kind;
    };

    static void EndsItself(Facts facts)
    {
        for (int place = 0; place <= 5; place++)
        {
            int chosen = place;
            using var loaded = Objects.Load("ends_itself", open => open.SetTunable("place", chosen));
            try
            {
                using var scheduler = loaded.Attach();
                for (int i = 0; i < 20 && !scheduler.HasEnded; i++)
                    Objects.Shell("stress-ng --quiet --cpu 2 --switch 2 --timeout 1s >/dev/null 2>&1");
                var exit = scheduler.Detach()!;
                facts[$"place{place}"] = $"{exit.Kind} {exit.Code} {exit.Message}";
            }
            catch (AttachException refused)
            {
                // Ended before it began.
                facts[$"place{place}"] = $"refused {refused.Errno}";
            }
        }
    }

    static void EndedByProgram(Facts facts)
    {
        using var scheduler = Objects.Load("ended_by_program").Attach();
        scheduler.Run("End");
        var exit = scheduler.Detach()!;
        facts["exit"] = $"{exit.Kind} {exit.Code:x}";
    }

    static void CountsTasks(Facts facts)
    {
        using var scheduler = Objects.Load("counts_tasks").Attach();
        Objects.Shell("for i in $(seq 50); do true & done; wait; sh -c true");
        facts["exit"] = scheduler.Detach()!.Kind;
        foreach (var (begun, over) in ((string, string)[])[("initialized", "exited"), ("enabled", "disabled")])
        {
            long first = Sum(begun), second = Sum(over);
            facts[begun] = first > 0;
            facts[over] = first == second ? "all" : $"{second} of {first}";
        }

        long Sum(string name) => scheduler.PerCpuArray<long>(name).Sum(0);
    }

    static void Hotplug(Facts facts)
    {
        const string Cpu = "/sys/devices/system/cpu/cpu1/online";
        using (var scheduler = Objects.Load("hotplug").Attach())
            facts["going"] = After(scheduler, "0");
        using (var scheduler = Objects.Load("hotplug").Attach())
            facts["coming"] = After(scheduler, "1");
        File.WriteAllText(Cpu, "1");
        using (var scheduler = Objects.Load("no_hotplug").Attach())
            facts["unknown"] = After(scheduler, "0");
        File.WriteAllText(Cpu, "1");

        static string After(AttachedScheduler scheduler, string online)
        {
            File.WriteAllText(Cpu, online);
            // The CPU itself has to begin the end. One that has just come may leave that undone until it goes again (seen on 6.16), and that kernel must not be
            // made to free the scheduler before: it would still use it (commit efeeaac9ae97 of Linux 6.18).
            if (!HasEnded(scheduler))
                File.WriteAllText(Cpu, "0");
            bool ended = HasEnded(scheduler);
            var exit = scheduler.Detach()!;
            return !ended ? "did not end" : exit.RestartRequested ? $"{exit.Kind} restart" : $"{exit.Kind} {exit.Code}";
        }

        static bool HasEnded(AttachedScheduler scheduler)
        {
            for (int i = 0; i < 50 && !scheduler.HasEnded; i++)
                Thread.Sleep(100);
            return scheduler.HasEnded;
        }
    }
}
