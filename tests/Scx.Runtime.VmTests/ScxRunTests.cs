using System.Text.RegularExpressions;

namespace Scx.Runtime.VmTests;

/// <summary>What scx-run does and says on real kernels, in every situation that it has words for.</summary>
public abstract partial class ScxRunTests(VmRun run)
{
    [Fact]
    public void Verify_lists_each_callback()
    {
        var (text, status) = run["verify"];
        Assert.Equal(0, status);
        foreach (string callback in (string[])["enqueue", "dispatch", "init", "exit", "all"])
            Assert.Matches($@"(?m)^{callback} +[1-9]\d* +[1-9]\d* +[1-9]\d* B +[1-9]\d* ", text);
    }

    [Fact]
    public void Verify_as_json_is_an_object_a_line()
    {
        var (text, status) = run["verify-json"];
        Assert.Equal(0, status);
        Assert.All(text.Split('\n').Where(line => line.StartsWith('{')), line => Assert.True(
            System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("verified").GetInt32() > 0));
        Assert.Contains("\"callback\":\"dispatch\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_move_and_detaching_says_so()
    {
        var (text, status) = run["run"];
        Assert.Equal(0, status);
        Assert.Contains("scheduler 'steady' is running", text, StringComparison.Ordinal);
        var last = Counters().Matches(text)[^1];
        Assert.NotEqual("0", last.Groups[1].Value);
        Assert.NotEqual("0", last.Groups[2].Value);
        Assert.EndsWith("EXIT: unregistered from user space", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupting_detaches()
    {
        string text = run["interrupt"].Text;
        Assert.Matches("(?m)^{\"enqueues\":[0-9]+,\"dispatches\":[0-9]+}$", text);
        Assert.EndsWith("EXIT: unregistered from user space", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_scheduler_is_named_and_left_alone()
    {
        var (text, status) = run["another"];
        Assert.Equal(3, status);
        Assert.Contains("another sched_ext scheduler is running: 'steady'", text, StringComparison.Ordinal);
        Assert.EndsWith("the other ended with 0\ndisabled", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_root_it_says_so()
    {
        var (text, status) = run["nobody"];
        Assert.Equal(3, status);
        Assert.Contains("loading a scheduler needs root (missing here: CAP_BPF", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ejection_gives_reason_message_and_dump()
    {
        var (text, status) = run["fail"];
        Assert.Equal(5, status);
        Assert.Contains("DEBUG DUMP", text, StringComparison.Ordinal);
        Assert.Matches(@"EXIT: runtime error \(.*0x0*3039.*\)$", text);
    }

    [Fact]
    public void Stall_is_told()
    {
        var (text, status) = run["forget"];
        Assert.Equal(5, status);
        Assert.Matches(@"EXIT: runnable task stall \(.+\)$", text);
    }

    [Fact]
    public void Refusal_begins_with_file_line_and_text()
    {
        var (text, status) = run["refused"];
        Assert.Equal(4, status);
        Assert.Matches(@"(?m)^(note: .*\n)*null_prev\.cs:6(:\d+)?: error SCX9001: \S.*\n    \S", text);
        Assert.Contains("refuses the callback dispatch (null_prev_dispatch)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("processed ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_log_comes_on_request() => Assert.Contains("processed ", run["refused-log"].Text, StringComparison.Ordinal);

    [Fact]
    public void Missing_libbpf_is_told()
    {
        var (text, status) = run["no-libbpf"];
        Assert.Equal(3, status);
        Assert.Contains("libbpf is not installed: 1.4 or newer is needed", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?m)^enqueues=(\d+) dispatches=(\d+)$")]
    private static partial Regex Counters();
}
