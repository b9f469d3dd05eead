using System.Text.RegularExpressions;

namespace Scx.Kernel.Tests;

/// <summary>One boot of one kernel, in which every scheduler has run.</summary>
/// <param name="kernel">Series.</param>
/// <param name="insert">The form of scx_bpf_dsq_insert that this kernel prefers.</param>
public abstract class SchedulerRun(string kernel, string insert)
{
    /// <summary>The form of scx_bpf_dsq_insert that this kernel prefers.</summary>
    public string Insert { get; } = insert;

    readonly Lazy<GuestResult> result = new(() => Guest.Run(kernel, cpus: 2, "schedulers.sh"));

    internal GuestResult Result => result.Value;
}

public sealed class RunOn73() : SchedulerRun("7.3", "scx_bpf_dsq_insert___v2");

public sealed class RunOn70() : SchedulerRun("7.0", "scx_bpf_dsq_insert___v2");

public sealed class RunOn618() : SchedulerRun("6.18", "scx_bpf_dsq_insert");

public sealed class RunOn616() : SchedulerRun("6.16", "scx_bpf_dsq_insert");

public sealed class SchedulersOn73(RunOn73 run) : SchedulersOnAKernel(run), IClassFixture<RunOn73>;

public sealed class SchedulersOn70(RunOn70 run) : SchedulersOnAKernel(run), IClassFixture<RunOn70>;

public sealed class SchedulersOn618(RunOn618 run) : SchedulersOnAKernel(run), IClassFixture<RunOn618>;

public sealed class SchedulersOn616(RunOn616 run) : SchedulersOnAKernel(run), IClassFixture<RunOn616>;

/// <summary>The schedulers attach, carry a load, count, and leave when told to: the same objects on every kernel.</summary>
public abstract partial class SchedulersOnAKernel(SchedulerRun run)
{
    [Theory]
    [InlineData("simple", "simple")]
    [InlineData("simple-fifo", "simple")]
    [InlineData("toy", "toy")]
    public void AttachesCarriesALoadAndLeaves(string section, string ops)
    {
        var facts = run.Result.Facts(section);
        string all = run.Result.ToString();
        Expect("enabled", "state");
        Expect("0", "load");
        Expect("enabled", "state_after_load");
        Expect("0", "status");
        Expect("disabled", "after");
        Expect("EXIT: unregistered from user space", "exit");
        // The kernel appends a build id to the name where the object has one.
        Assert.True(facts.GetValueOrDefault("ops", "").StartsWith(ops, StringComparison.Ordinal), all);

        void Expect(string value, string key) => Assert.True(facts.GetValueOrDefault(key) == value, $"{section}: {key}\n{all}");
    }

    [Fact]
    public void SimpleCounts()
    {
        var counters = Counter().Matches(run.Result.Facts("simple").GetValueOrDefault("stats", "")).ToDictionary(m => m.Groups[1].Value, m => ulong.Parse(m.Groups[2].Value));
        Assert.True(counters.GetValueOrDefault("local") > 0, run.Result.ToString());
        Assert.True(counters.GetValueOrDefault("global") > 0, run.Result.ToString());
    }

    [Fact]
    public void TheUserHalfOfToyLocksItsMemoryAndAllocatesNothing()
    {
        var facts = run.Result.Facts("toy");
        Assert.True(int.Parse(facts.GetValueOrDefault("locked_kb", "0")) > 10_000, run.Result.ToString());
        Assert.DoesNotContain("never should", run.Result.Output);
    }

    [Fact]
    public void StandardToolsReadAndRegisterTheObject()
    {
        var facts = run.Result.Facts("tools");
        Assert.True(facts.GetValueOrDefault("btf") == "0" && facts.GetValueOrDefault("register") == "0", run.Result.ToString());
    }

    [Fact]
    public void CallsTheNewestFormOfAFunction() =>
        Assert.True(run.Result.Facts("tools").GetValueOrDefault("insert") == run.Insert, run.Result.ToString());

    [GeneratedRegex("([A-Za-z]+)=([0-9]+)")]
    private static partial Regex Counter();
}
