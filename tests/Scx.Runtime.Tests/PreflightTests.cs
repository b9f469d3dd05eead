using Scx.Runtime.Host;

namespace Scx.Runtime.Tests;

public sealed class PreflightTests : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("scx").FullName;

    public PreflightTests()
    {
        Write("proc/sys/kernel/osrelease", "6.18.1-test\n");
        Write("proc/self/status", "Name:\ttest\nCapEff:\t000001ffffffffff\n");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    KernelHost Host => new(root);

    void Write(string file, string text)
    {
        string path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    void MakeSchedExt()
    {
        Write("sys/kernel/sched_ext/state", "disabled\n");
        var builder = new BtfBuilder();
        builder.Integer("int", 4, signed: true);
        Directory.CreateDirectory(Path.Combine(root, "sys/kernel/btf"));
        File.WriteAllBytes(Path.Combine(root, "sys/kernel/btf/vmlinux"), builder.Bytes());
    }

    [Fact]
    public void Kernel_without_sched_ext()
    {
        var error = Assert.Throws<SchedExtUnavailableException>(() => Preflight.CheckCanLoad(Host, scheduler: true));
        Assert.Equal("6.18.1-test", error.KernelRelease);
        Assert.StartsWith("kernel 6.18.1-test has no sched_ext", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_alone_need_no_sched_ext()
    {
        MakeSchedExt();
        Directory.Delete(Path.Combine(root, "sys/kernel/sched_ext"), recursive: true);
        Write("proc/self/status", "CapEff:\t000000c000001000\n");
        Preflight.CheckCanLoad(Host, scheduler: false);
    }

    [Fact]
    public void Kernel_without_btf()
    {
        Write("sys/kernel/sched_ext/state", "disabled\n");
        Assert.Contains("CONFIG_DEBUG_INFO_BTF", Assert.Throws<SchedExtUnavailableException>(() => Preflight.CheckCanLoad(Host, scheduler: true)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000000000", "missing here: CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN")]
    [InlineData("0000008000000000", "missing here: CAP_PERFMON, CAP_NET_ADMIN")]
    public void Without_privileges(string capabilities, string message)
    {
        MakeSchedExt();
        Write("proc/self/status", $"CapEff:\t{capabilities}\n");
        Assert.Contains(message, Assert.Throws<PermissionException>(() => Preflight.CheckCanLoad(Host, scheduler: true)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000000c000001000")]
    [InlineData("0000000000200000")]
    public void With_enough_privileges(string capabilities)
    {
        MakeSchedExt();
        Write("proc/self/status", $"CapEff:\t{capabilities}\n");
        Preflight.CheckCanLoad(Host, scheduler: true);
    }

    [Fact]
    public void Another_scheduler_is_named()
    {
        MakeSchedExt();
        Preflight.CheckNoneRunning(Host);
        Write("sys/kernel/sched_ext/state", "enabled\n");
        Write("sys/kernel/sched_ext/root/ops", "lavd\n");
        Assert.Equal("lavd", Assert.Throws<AnotherSchedulerRunningException>(() => Preflight.CheckNoneRunning(Host)).Name);
    }

    [Theory]
    [InlineData("scx_bpf_dsq_insert", "scx_bpf_dsq_insert")]
    [InlineData("scx_bpf_dsq_insert___new", "scx_bpf_dsq_insert")]
    [InlineData("scx_bpf_dsq_insert___v2___new", "scx_bpf_dsq_insert___v2")]
    [InlineData("__scx_bpf_select_cpu_and", "__scx_bpf_select_cpu_and")]
    public void Flavours_of_functions_are_one(string name, string essential) => Assert.Equal(essential, KernelSymbols.EssentialName(name));
}
