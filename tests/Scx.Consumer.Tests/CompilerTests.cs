namespace Scx.Consumer.Tests;

/// <summary>scxc by hand, on files without a project.</summary>
[Collection(nameof(PackedFeed))]
public sealed class CompilerTests : IDisposable
{
    readonly PackedFeed feed;
    readonly string folder;

    public CompilerTests(PackedFeed feed)
    {
        this.feed = feed;
        folder = Directory.CreateDirectory(Path.Combine(feed.Root, Path.GetRandomFileName())).FullName;
        Write("Fifo.cs", Sources.Fifo("Fifo", "fifo"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void CompilesAFile()
    {
        Scxc("Fifo.cs").Succeeded();
        Assert.True(File.Exists(Path.Combine(folder, "fifo.bpf.o")));
        Scxc("Fifo.cs", "-o", "named.o", "--mcpu=v3", "--list-outputs", "list").Succeeded();
        Assert.Equal("named.o\n", File.ReadAllText(Path.Combine(folder, "list")));
        Assert.True(File.Exists(Path.Combine(folder, "named.o")));
    }

    [Fact]
    public void IsTheSameInMachineCodeAndOnAnyMachine()
    {
        Scxc("Fifo.cs", "-o", "machine.o").Succeeded();
        feed.Run(folder, [feed.PortableScxc, "Fifo.cs", "-o", "portable.o"]).Succeeded();
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "portable.o")), File.ReadAllBytes(Path.Combine(folder, "machine.o")));
        Assert.Equal(feed.Run(folder, [feed.PortableScxc, "--version"]).Output, Scxc("--version").Output);
        Assert.Equal(feed.Run(folder, [feed.PortableScxc, "--explain", "SCX2001"]).Output, Scxc("--explain", "SCX2001").Output);
    }

    [Theory]
    [InlineData("ir", "func fifo_enqueue(")]
    [InlineData("llvm", "define dso_local void @fifo_enqueue(")]
    [InlineData("llvm-opt", "target datalayout")]
    [InlineData("asm", "call scx_bpf_")]
    public void ShowsEachStage(string stage, string expected)
    {
        var result = Scxc("Fifo.cs", "--emit=" + stage).Succeeded();
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.o"));
    }

    [Fact]
    public void MistakeLeavesNoObject()
    {
        Scxc("Fifo.cs").Succeeded();
        Write("Fifo.cs", Sources.WithFloat("Fifo", "fifo"));
        var result = Scxc("Fifo.cs");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Fifo.cs(15,13): error SCX1008: ", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.o"));
    }

    [Fact]
    public void CSharpErrorIsShown()
    {
        Write("Fifo.cs", "[SchedExtOps(\"fifo\")] class Fifo : Scheduler { int x = y; }\n");
        var result = Scxc("Fifo.cs");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Fifo.cs(1,56): error CS0103: ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveritiesAreThoseThatTheUserSays()
    {
        const string Unproven = "[SchedExtOps(\"noted\")]\nclass Noted : Scheduler\n{\n    readonly ArrayMap<ulong> counts = new(64);\n"
            + "    public override void Running(TaskStruct p) => counts[TaskCpu(p)]++;\n}\n";
        Write("Noted.cs", Unproven);
        Assert.StartsWith("Noted.cs(5,51): info SCX2011: ", Assert.Single(Scxc("Noted.cs").Succeeded().Messages("SCX2011")), StringComparison.Ordinal);
        Write("Noted.cs", "#pragma warning disable SCX2011\n" + Unproven);
        Assert.Empty(Scxc("Noted.cs").Succeeded().Messages("SCX2011"));
        Write("Noted.cs", Unproven);
        Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SCX2011.severity = none\n");
        Assert.Empty(Scxc("Noted.cs").Succeeded().Messages("SCX2011"));
        Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SCX2011.severity = error\n");
        Assert.Contains(": error SCX2011: ", Assert.Single(Scxc("Noted.cs").Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "noted.bpf.o"));
    }

    [Fact]
    public void ExplainsALogAndAnId()
    {
        Write("log", """
            ; context.Value.Runs++; @ Noted.cs:9
            7: (79) r1 = *(u64 *)(r0 +0)
            R0 invalid mem access 'map_value_or_null'
            processed 8 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0
            """);
        var text = Scxc("explain", "log");
        Assert.Equal(1, text.ExitCode);
        Assert.Contains("Noted.cs(9): error SCX9001: 'context' may be null here", text.Output, StringComparison.Ordinal);
        var sarif = Scxc("explain", "--format", "sarif", "log");
        using var json = System.Text.Json.JsonDocument.Parse(sarif.Output);
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("SCX9001", result.GetProperty("ruleId").GetString());
        Assert.Equal(9, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.StartsWith("# SCX9001: ", Scxc("--explain", "SCX9001").Succeeded().Output, StringComparison.Ordinal);
        Write("Fifo.cs", Sources.WithFloat("Fifo", "fifo"));
        Assert.Contains("\"ruleId\": \"SCX1008\"", Scxc("Fifo.cs", "--format", "sarif").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatMayBeNullIsAnErrorAsInAProject()
    {
        Write("Fifo.cs", Sources.Fifo("Fifo", "fifo").Replace("=> DsqMoveToLocal(Queue)", "=> DsqMoveToLocal(prev.Scx.DsqVtime)", StringComparison.Ordinal));
        Assert.Contains(": error CS8602: ", Assert.Single(Scxc("Fifo.cs").Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongUsageIsExplained()
    {
        Assert.Equal(2, Scxc().ExitCode);
        Assert.Equal(2, Scxc("Fifo.cs", "--emit=nonsense").ExitCode);
        Assert.Contains("'--bogus'", Scxc("Fifo.cs", "--bogus").Output, StringComparison.Ordinal);
        Assert.Contains("there are: fifo", Scxc("Fifo.cs", "--scheduler", "lifo").Output, StringComparison.Ordinal);
        Write("Second.cs", Sources.Fifo("Second", "second"));
        Assert.Contains("fifo, second", Scxc("Fifo.cs", "Second.cs", "-o", "one.o").Output, StringComparison.Ordinal);
        Scxc("Fifo.cs", "Second.cs", "-o", "one.o", "--scheduler", "second").Succeeded();
    }

    [Fact]
    public void MissingThingsAreNamed()
    {
        var noFile = Scxc("Absent.cs");
        Assert.Equal(3, noFile.ExitCode);
        Assert.Contains("Absent.cs", noFile.Output, StringComparison.Ordinal);

        var noLlvm = feed.Run(feed.Scxc, folder, ["Fifo.cs"], ("SCX_LLVM", "/nowhere/libLLVM.so"));
        Assert.Equal(3, noLlvm.ExitCode);
        Assert.StartsWith("scxc: error SCX0003: ", noLlvm.Output, StringComparison.Ordinal);
        Assert.Contains("/nowhere/libLLVM.so", noLlvm.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.o"));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    CommandResult Scxc(params string[] arguments) => feed.Run(feed.Scxc, folder, arguments);
}
