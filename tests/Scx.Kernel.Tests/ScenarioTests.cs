namespace Scx.Kernel.Tests;

/// <summary>One boot of one kernel, in which the scenarios of tests/Scenarios have run.</summary>
public abstract class ScenarioRun(string kernel)
{
    readonly Lazy<GuestResult> result = new(() => Guest.Run(kernel, cpus: 2, "scenarios.sh"));

    internal GuestResult Result => result.Value;
}

public sealed class ScenariosOn73() : ScenarioRun("7.3");

public sealed class ScenariosOn616() : ScenarioRun("6.16");

public sealed class ScenarioTests73(ScenariosOn73 run) : ScenarioTests(run), IClassFixture<ScenariosOn73>;

public sealed class ScenarioTests616(ScenariosOn616 run) : ScenarioTests(run), IClassFixture<ScenariosOn616>;

/// <summary>What the scenarios of tests/Scenarios find out is what is expected of them, on each kernel.</summary>
public abstract class ScenarioTests(ScenarioRun run)
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

    void Expect(string section, Dictionary<string, string> expected)
    {
        var facts = run.Result.Facts(section);
        foreach (var (key, value) in expected)
            Assert.True(facts.GetValueOrDefault(key) == value, $"{section}: {key} should be '{value}'\n{run.Result}");
    }
}
