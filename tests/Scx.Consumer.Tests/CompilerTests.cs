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

        var noLlvm = feed.Run(folder, [feed.Scxc, "Fifo.cs"], ("SCX_LLVM", "/nowhere/libLLVM.so"));
        Assert.Equal(3, noLlvm.ExitCode);
        Assert.StartsWith("scxc: error SCX0003: ", noLlvm.Output, StringComparison.Ordinal);
        Assert.Contains("/nowhere/libLLVM.so", noLlvm.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*.o"));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    CommandResult Scxc(params string[] arguments) => feed.Run(folder, [feed.Scxc, .. arguments]);
}
