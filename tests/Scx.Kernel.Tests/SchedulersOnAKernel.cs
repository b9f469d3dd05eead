using System.Text.RegularExpressions;

namespace Scx.Kernel.Tests;

/// <summary>One boot of one kernel, in which every scheduler has run.</summary>
/// <param name="kernel">Series.</param>
/// <param name="insert">The form of scx_bpf_dsq_insert that this kernel prefers.</param>
public abstract class SchedulerRun(string kernel, string insert)
{
    /// <summary>The form of scx_bpf_dsq_insert that this kernel prefers.</summary>
    public string Insert { get; } = insert;

    readonly Lazy<GuestResult> result = new(() => Guest.Run(kernel, cpus: 4, "schedulers.sh"));

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

/// <summary>The schedulers attach, weather a storm, count, and leave when told to: the same objects on every kernel.</summary>
public abstract partial class SchedulersOnAKernel(SchedulerRun run)
{
    [Theory]
    [InlineData("simple", "simple")]
    [InlineData("simple-fifo", "simple")]
    [InlineData("toy", "toy")]
    [InlineData("cpu0", "cpu0")]
    [InlineData("prev", "prev")]
    [InlineData("userland", "userland")]
    [InlineData("qmap", "qmap")]
    [InlineData("flatcg", "flatcg")]
    [InlineData("sdt", "sdt")]
    [InlineData("central", "central")]
    [InlineData("nest", "nest")]
    [InlineData("pair", "pair")]
    public void AttachesWeathersAStormAndLeaves(string section, string ops)
    {
        var facts = run.Result.Facts(section);
        string all = run.Result.ToString();
        Expect("enabled", "state");
        Expect("0", "load");
        Expect("enabled", "state_after_load");
        Expect("0", "restarts");
        Expect("0", "status");
        Expect("disabled", "after");
        Expect("EXIT: unregistered from user space", "exit");
        Expect("", "backwards");
        foreach (string part in (string[])["affinity_changes", "cgroup_moves", "cpus_gone", "hackbenches"])
            Assert.True(int.Parse(facts.GetValueOrDefault(part, "0")) > 0, $"{section}: {part}\n{all}");
        // The kernel appends a build id to the name where the object has one.
        Assert.True(facts.GetValueOrDefault("ops", "").StartsWith(ops, StringComparison.Ordinal), all);

        void Expect(string value, string key) => Assert.True(facts.GetValueOrDefault(key) == value, $"{section}: {key}={facts.GetValueOrDefault(key)}\n{all}");
    }

    [Fact]
    public void SimpleCounts() => Consistent("simple", c => c["local"] > 0 && c["global"] > 0);

    // The watchdog, which would end what waits for ever, comes after 30 s.
    [Theory]
    [InlineData("simple-fifo")]
    [InlineData("toy")]
    public void BoundTasksDoNotKeepTheirCpuFromGoing(string section) =>
        Holds(section, "left_in", seconds => seconds < 25);

    // With OpsFlags.EnqLast, the CPU would become idle.
    [Theory]
    [InlineData("central")]
    [InlineData("pair")]
    [InlineData("userland")]
    public void TheOnlyTaskOfACpuGoesOn(string section) => Holds(section, "alone", percent => percent >= 80);

    // To start one, the user half would wait for who moves tasks between cgroups, and that task for the user half.
    [Theory]
    [InlineData("toy")]
    [InlineData("userland")]
    public void UserHalvesStartNoThreadOnceTheySchedule(string section) => Holds(section, "late_threads", count => count == 0);

    // A kick from a CPU that is all but gone would leave it without any of these interrupts when it is back.
    [Fact]
    public void ACpuThatComesBackStillKicks() => Holds("central", "deaf", rounds => rounds == 0);

    // A CPU whose own queue always has something asks its scheduler for nothing else.
    [Fact]
    public void BoundTasksShutOutNoOther() => Holds("simple-fifo", "waited_beside_bound", seconds => seconds < 7);

    [Fact]
    public void Cpu0Counts() => Consistent("cpu0", c => c["local"] > 0 && c["cpu0"] > 0);

    // The counters of a moment are read one after the other, so the sum may be ahead of its parts by what happened meanwhile.
    [Fact]
    public void PrevCounts() => Consistent("prev", c =>
        c["stayed"] > 0 && c["noneIdle"] > 0 && c["stayed"] + c["moved"] - c["local"] is <= 10 and >= -10);

    // A task is counted where it goes before it is sent there, and on arrival; what is on its way is no more than the queue holds.
    [Fact]
    public void UserlandCounts() => Consistent("userland", c =>
        c["userEnqueues"] > 0 && c["kernelEnqueues"] > 0 && c["turns"] > 0 && c["turns"] <= c["arrivals"] && c["arrivals"] <= c["userEnqueues"] + 10);

    [Fact]
    public void CentralCounts() => Consistent("central", c => c["queued"] > 0 && c["dispatches"] > 0 && c["ticks"] > 0 && c["overflows"] == 0);

    // With one task for each CPU that is not the central one, none of them needs the tick.
    [Fact]
    public void CentralLeavesTheOtherCpusAlone()
    {
        int ticks = int.Parse(run.Result.Facts("central").GetValueOrDefault("ticks", "1000"));
        int baseline = int.Parse(run.Result.Facts("simple").GetValueOrDefault("ticks", "0"));
        Assert.True(baseline > 10 && ticks * 4 < baseline, $"{ticks} ticks a second, with Simple {baseline}\n{run.Result}");
        Holds("central", "busy", percent => percent >= 50);
    }

    [Fact]
    public void NestCounts() => Consistent("nest", c =>
        c["Joined"] > 0 && c["Idled"] > 0 && c["Shared"] > 0 && c["Stayed"] + c["Compacted"] <= c["Idled"] + 10);

    // In hundredths: tasks for which one CPU would do. Other tasks need a CPU now and then.
    [Fact]
    public void NestKeepsLightLoadOnFewCpus()
    {
        int cpus = int.Parse(run.Result.Facts("nest").GetValueOrDefault("cpus", "0"));
        int baseline = int.Parse(run.Result.Facts("simple").GetValueOrDefault("cpus", "0"));
        Assert.True(cpus > 0 && cpus * 10 <= baseline * 9, $"{cpus}, with Simple {baseline}\n{run.Result}");
    }

    [Fact]
    public void PairCounts() => Consistent("pair", c =>
        c["Batches"] > 0 && c["Waits"] > 0 && c["Dispatched"] > 0 && c["Dispatched"] <= c["Total"] + 10);

    // Two cgroups keep all CPUs busy. QEMU runs its CPUs in turn, up to 100 ms each: one that has let go of its task may stand still before it switches, and its sibling
    // goes on meanwhile. Three times that is little enough.
    [Fact]
    public void PairKeepsSiblingsInOneCgroup()
    {
        var (both, mixed) = Siblings("pair");
        Assert.True(both > 300 && mixed * 10 <= both, $"of {both} samples {mixed} mixed\n{run.Result}");
        (both, mixed) = Siblings("simple");
        Assert.True(mixed * 10 > both, $"with Simple, of {both} samples {mixed} mixed\n{run.Result}");

        (int Both, int Mixed) Siblings(string section) =>
            (int.Parse(run.Result.Facts(section).GetValueOrDefault("both", "0")), int.Parse(run.Result.Facts(section).GetValueOrDefault("mixed", "0")));
    }

    // What is enqueued is dispatched, or has ended meanwhile; the two are read one after the other.
    [Fact]
    public void QmapCounts() => Consistent("qmap", c => c["Enqueued"] > 0 && c["Dispatched"] > 0 && c["Dispatched"] <= c["Enqueued"] + 10 && c["PerfMax"] > 0);

    // A cgroup is active before it is not, and its turn comes before its tasks do.
    [Fact]
    public void FlatcgCounts() => Consistent("flatcg", c =>
        c["Deactivated"] > 0 && c["Deactivated"] <= c["Activated"] + 10 && c["Next"] > 0 && c["Kept"] > 0 && c["NextFailed"] == 0);

    // At the end, each task has given back its place in the arena.
    [Fact]
    public void SdtCounts() => Consistent("sdt", c =>
        c["enqueues"] > 0 && c["idleWakeups"] > 0 && c["busyWakeups"] > 0 && c["begun"] > 102 && c["begun"] == c["ended"] && c["pages"] > 0);

    // Threads start and end meanwhile. Those that have ended may be there too: the kernel frees them up to ten seconds later (CONFIG_RCU_LAZY). Whether all are
    // given back in the end, SdtCounts says.
    [Fact]
    public void SdtFindsAllTasksInTheArena()
    {
        var facts = run.Result.Facts("sdt");
        int alive = int.Parse(facts.GetValueOrDefault("alive", "0")), threads = int.Parse(facts.GetValueOrDefault("threads", "0"));
        Assert.True(threads > 20 && alive >= threads - 15, $"{alive} in the arena, {threads} threads\n{run.Result}");
    }

    [Fact]
    public void QmapPrintsWhatTheKernelCounts() => Holds("qmap", "printed", lines => lines > 0);

    [Theory]
    [InlineData("qmap-error", "an error was asked for")]
    [InlineData("qmap-stall", "runnable task stall")]
    public void QmapFailsAsTold(string section, string reason)
    {
        var facts = run.Result.Facts(section);
        Assert.True(facts.GetValueOrDefault("status") == "5" && facts.GetValueOrDefault("after") == "disabled", $"{section}: status, after\n{run.Result}");
        Assert.Contains(reason, facts.GetValueOrDefault("exit", ""), StringComparison.Ordinal);
        // Its own lines are in the kernel's dump.
        Holds(section, "dumped", lines => lines >= 5);
    }

    // Eight to two: 80 %.
    [Fact]
    public void QmapSharesByLevel() => Holds("qmap", "share", percent => percent is >= 65 and <= 90);

    // As many tasks in each leaf, so that only the weights on three levels make a difference.
    [Fact]
    public void FlatcgSharesByTheWeightsOfATree()
    {
        Shares("flatcg", [111, 56, 167, 667], 50);
        // Measured for less time, as it is only to be something else.
        Shares("simple", [250, 250, 250, 250], 125);
    }

    // Also those that a CPU serves at the moment.
    [Fact]
    public void FlatcgGoesOnWithoutCgroupsThatAreRemoved() => Holds("flatcg", "cgroups_gone", gone => gone == 20);

    // By its weight it would have to make up for 10,000 times the 2 s that it had. The watchdog comes after 30 s.
    [Fact]
    public void FlatcgLetsNoCgroupWaitForLong() => Holds("flatcg", "light_waited", seconds => seconds < 15);

    // In thousandths; what is measured takes a few seconds.
    void Shares(string section, int[] expected, int tolerance)
    {
        int[] shares = [.. run.Result.Facts(section).GetValueOrDefault("shares", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        Assert.True(shares.Length == expected.Length && shares.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance),
            $"{section}: {string.Join(' ', shares)}\n{run.Result}");
    }

    // Weights 100 and 33: 75 %.
    [Fact]
    public void UserlandOrdersByWeightedVirtualTime() => Holds("userland", "share", percent => percent is >= 68 and <= 82);

    // By its virtual time it would have to wait until each of the others has had its 6 s.
    [Fact]
    public void UserlandLetsNoTaskThatWasBoundWaitForLong() => Holds("userland", "unbound_waited", seconds => seconds < 7);

    [Fact]
    public void UserlandLosesNoTaskWhileItsUserHalfIsStopped()
    {
        Holds("userland", "finished", tasks => tasks == 20);
        Holds("userland", "starved", tasks => tasks == 0);
        Consistent("userland", c => c["laggedEnqueues"] > 0 && c["takenBack"] > 0);
    }

    // Says what is wrong before all that the run printed.
    void Holds(string section, string fact, Predicate<int> holds)
    {
        string value = run.Result.Facts(section).GetValueOrDefault(fact, "(missing)");
        Assert.True(int.TryParse(value, out int number) && holds(number), $"{section}: {fact}={value}\n{run.Result}");
    }

    void Consistent(string section, Func<Dictionary<string, long>, bool> holds)
    {
        string stats = run.Result.Facts(section).GetValueOrDefault("stats", "");
        var counters = Counter().Matches(stats).ToDictionary(m => m.Groups[1].Value, m => long.Parse(m.Groups[2].Value));
        Assert.True(counters.Count > 0 && holds(counters), $"{section}: {stats}\n{run.Result}");
    }

    [Fact]
    public void UserHalvesLockTheirMemoryAndAllocateNothing()
    {
        foreach (string section in (string[])["toy", "userland"])
            Holds(section, "locked_kb", size => size > 10_000);
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

    [GeneratedRegex("([A-Za-z0-9]+)=([0-9]+)")]
    private static partial Regex Counter();
}
