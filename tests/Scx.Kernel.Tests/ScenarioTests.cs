using System.Diagnostics;

namespace Scx.Kernel.Tests;

/// <summary>One boot of one kernel, in which the scenarios of tests/Scenarios have run.</summary>
public abstract class ScenarioRun(string kernel)
{
    // Compiled once for all kernels.
    static readonly Lazy<string> randomMethods = new(WriteRandomMethods);

    readonly Lazy<GuestResult> result = new(() => randomMethods.Value.Length == 0
        ? Guest.Run(kernel, cpus: 2, "scenarios.sh")
        : throw new InvalidOperationException(randomMethods.Value));

    internal GuestResult Result => result.Value;

    static string WriteRandomMethods()
    {
        string output = $"tests/Differential/bin/{Repository.Configuration}";
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [$"{output}/net10.0/Differential.dll", "--first", "900001", "--methods", "30", "--each", "2", "--write", $"{output}/objects"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
        })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"the random methods could not be compiled: {errors}";
    }
}

public sealed class ScenariosOn73() : ScenarioRun("7.3");

public sealed class ScenariosOn616() : ScenarioRun("6.16");

public sealed class ScenarioTests73(ScenariosOn73 run) : ScenarioTests(run, "7.3"), IClassFixture<ScenariosOn73>;

public sealed class ScenarioTests616(ScenariosOn616 run) : ScenarioTests(run, "6.16"), IClassFixture<ScenariosOn616>;

/// <summary>What the scenarios of tests/Scenarios find out is what is expected of them, on each kernel.</summary>
public abstract class ScenarioTests(ScenarioRun run, string kernel)
{
    [Fact]
    public void User_space_runs_syscall_programs_before_and_while_the_scheduler_is_attached() => Expect("programs", new()
    {
        ["reset"] = "42",
        ["unknown"] = "0 the scheduler has no syscall program 'Nothing'",
        ["small"] = "22 running 'Ask' failed: Invalid argument (errno 22)",
        ["ask"] = "-5",
        ["answer"] = "8 42 True 0",
        ["again"] = "-5 -17",
        ["count"] = "True",
    });

    [Fact]
    public void Programs_without_a_scheduler_run_beside_whatever_schedules() => Expect("alone", new()
    {
        ["named"] = "wake_latency False", ["unknown"] = "'wake_latency' has no map 'nothing'", ["counted"] = "True", ["besideScheduler"] = "True", ["exit"] = "unregistered from user space", ["filtered"] = "True",
        ["ended"] = "False", ["record"] = "none", ["stillTracing"] = "False",
    });

    [Theory]
    [InlineData("owned", "masks claimed tasks parents groups roots events moved processes threads walked inGroup irqs allowed named unnamed")]
    [InlineData("state", "held masked taskPid groupId timerRuns workRuns turned stashed popped shared torn order")]
    public void Objects_of_the_kernel_are_what_they_should_be(string section, string facts)
    {
        var expected = facts.Split(' ').ToDictionary(fact => fact, _ => "True");
        expected["exit"] = "unregistered from user space";
        Expect(section, expected);
    }

    [Fact]
    public void Records_and_what_is_kept_with_tasks_and_cgroups_go_both_ways() => Expect("streams", new()
    {
        ["waited"] = "True", ["inOrder"] = "True", ["discarded"] = "True", ["written"] = "True", ["taken"] = "9", ["amount"] = "45", ["rest"] = "10",
        ["squares"] = "1240", ["turns"] = "500", ["sum"] = "124750", ["entries"] = "16", ["largest"] = "True", ["elsewhere"] = "2", ["size"] = "65536",
        ["task"] = "True", ["taskSet"] = "True", ["noTask"] = "False", ["group"] = "True", ["groupGone"] = "True", ["levels"] = "True",
        ["exit"] = "unregistered from user space",
    });

    [Fact]
    public void Records_of_any_size_go_both_ways_and_views_show_what_lies_in_maps() => Expect("sized", new()
    {
        ["waited"] = "True", ["seen"] = "True", ["wrong"] = "0", ["dropped"] = "True",
        ["views"] = "7", ["number"] = "1122334455667788", ["Size"] = "40", ["Narrowed"] = "4", ["Cloned"] = "8", ["readOnly"] = "False", ["pastTheEnd"] = "-7",
        ["refused"] = "1", ["filled"] = kernel == "7.3" ? "75566aaaa" : "no",
        ["reserved"] = "0", ["tooLarge"] = "True", ["noMemory"] = "-22", ["held"] = "3", ["sizes"] = "0 100 300 16",
        ["sent"] = "True", ["taken"] = "3", ["messageBytes"] = "10", ["firstBytes"] = "3", ["shortMessages"] = "1", ["exit"] = "unregistered from user space",
    });

    [Fact]
    public void Schedulers_of_the_cid_form_run_where_the_kernel_has_it() => Expect("cids", kernel == "7.3"
        ? new()
        {
            ["Selected"] = "True", ["Queued"] = "True", ["Taken"] = "True", ["Masks"] = "True", ["Enabled"] = "True", ["Here"] = "True", ["Core"] = "True",
            ["Wrong"] = "0", ["All"] = "2", ["Online"] = "2", ["exit"] = "unregistered from user space",
        }
        : new() { ["missing"] = "sched_ext_ops_cid" });

    [Fact]
    public void Programs_of_every_kind_run_where_they_are_attached_until_the_scheduler_ends()
    {
        Dictionary<string, string> expected = new()
        {
            ["lastResult"] = "0", ["lastTimer"] = "True", ["sawTimer"] = "True", ["exit"] = "unregistered from user space", ["stillTracing"] = "False",
        };
        foreach (string counter in (string[])["switches", "wakeups", "slept", "awoke", "probed", "returned", "ticks", "enqueues"])
            expected[counter] = "True";
        Expect("programs", expected);
    }

    [Fact]
    public void One_object_asks_each_kernel_what_it_has()
    {
        string newest = kernel == "7.3" ? "True" : "False", older = kernel == "7.3" ? "0" : "1";
        Expect("newer", new()
        {
            ["hasPeek"] = newest, ["hasReenq"] = newest, ["hasImmed"] = newest, ["peeked"] = newest, ["immed"] = newest, ["hasTaskCpu"] = "True", ["hasTid"] = newest, ["tid"] = newest,
            ["exit"] = "unregistered from user space", ["notes"] = older, ["older"] = older,
        });
    }

    /// <summary>The schedulers of the kernel's own tests that work.</summary>
    [Theory]
    [InlineData("minimal", "", "")]
    [InlineData("maximal", "", "")]
    [InlineData("create_queues", "created", "1024")]
    [InlineData("create_queues", "refused", "-17")]
    [InlineData("insert_on_wakeup", "inserted", "True")]
    [InlineData("vtime_on_wakeup", "moved", "True")]
    [InlineData("default_choice", "", "")]
    [InlineData("choice_in_enqueue", "chosen", "True")]
    [InlineData("allowed_cpus", "chosen", "True")]
    [InlineData("allowed_cpus", "wrong", "0")]
    [InlineData("choice_without_insert", "local", "True")]
    [InlineData("choice_without_insert", "missing", "0")]
    [InlineData("kept_mask", "chosen", "True")]
    [InlineData("kept_mask", "wrong", "0")]
    [InlineData("kept_mask", "none", "0")]
    [InlineData("choice_from_outside", "result", "0")]
    [InlineData("dequeue_iter", "", "")]
    [InlineData("local_on", "dispatched", "True")]
    [InlineData("maybe_null", "", "")]
    public void Scheduler_carries_a_load_and_leaves(string name, string key, string value)
    {
        Expect(name, new() { ["load"] = "0", ["ended"] = "False", ["exit"] = "Unregistered" });
        if (key.Length > 0)
            Expect(name, new() { [key] = value });
    }

    /// <summary>From 7.1 on a task that is dispatched out of a queue is dequeued; before, only one whose properties change.</summary>
    [Fact]
    public void Tasks_are_heard_of_as_they_leave_a_queue()
    {
        if (kernel == "7.3")
            Expect("dequeue_iter", new() { ["dequeued"] = "True", ["walked"] = "True" });
    }

    /// <summary>Those that break a rule which only shows as they run.</summary>
    [Theory]
    [InlineData("no_such_queue")]
    [InlineData("vtime_into_local")]
    public void Scheduler_is_thrown_out(string name) => Expect(name, new() { ["exit"] = "Error" });

    [Fact]
    public void Schedulers_end_themselves_wherever_they_want()
    {
        Expect("ends_itself", Enumerable.Range(0, 6).ToDictionary(i => $"place{i}", i => $"UnregisteredByScheduler {i} ended as told"));
        Expect("ended_by_program", new() { ["exit"] = "UnregisteredByScheduler deadbeef" });
    }

    [Fact]
    public void Each_task_that_comes_goes() => Expect("counts_tasks", new() { ["exit"] = "Unregistered", ["initialized"] = "True", ["exited"] = "all", ["enabled"] = "True", ["disabled"] = "all" });

    [Fact]
    public void Schedulers_hear_of_CPUs_that_come_and_go() => Expect("hotplug", new()
    {
        ["going"] = "UnregisteredByScheduler 200", ["coming"] = "UnregisteredByScheduler 100", ["unknown"] = "UnregisteredByKernel restart",
    });

    [Fact]
    public void Random_methods_compute_in_the_kernel_what_they_compute_under_NET() => Expect("differential", new() { ["agree"] = "0" });

    void Expect(string section, Dictionary<string, string> expected)
    {
        var facts = run.Result.Facts(section);
        foreach (var (key, value) in expected)
            Assert.True(facts.GetValueOrDefault(key) == value, $"{section}: {key} should be '{value}'\n{run.Result}");
    }
}
