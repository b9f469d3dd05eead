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
            [$"{output}/net10.0/Differential.dll", "--first", "900001", "--methods", "30", "--each", "10", "--write", $"{output}/objects"])
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

    [Fact]
    public void Random_methods_compute_in_the_kernel_what_they_compute_under_NET() => Expect("differential", new() { ["agree"] = "0" });

    void Expect(string section, Dictionary<string, string> expected)
    {
        var facts = run.Result.Facts(section);
        foreach (var (key, value) in expected)
            Assert.True(facts.GetValueOrDefault(key) == value, $"{section}: {key} should be '{value}'\n{run.Result}");
    }
}
