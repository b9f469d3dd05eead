namespace Scx.Consumer.Tests;

[Collection(nameof(PackedFeed))]
public sealed class BuildTests(PackedFeed feed)
{
    [Fact]
    public void ObjectFollowsTheSource()
    {
        var project = new ConsumerProject(feed, "life", ("Fifo.cs", Sources.Fifo("Fifo", "fifo")));
        project.Build().Succeeded();
        Assert.True(File.Exists(Path.Combine(project.Output, "Mine.dll")));
        byte[] first = File.ReadAllBytes(project.ObjectPath("fifo"));
        Assert.Equal("\u007fELF"u8.ToArray(), first[..4]);
        var made = File.GetLastWriteTimeUtc(project.ObjectPath("fifo"));

        var again = project.Build("-v", "n").Succeeded();
        Assert.Contains("Skipping target \"ScxCompile\"", again.Output, StringComparison.Ordinal);
        Assert.Equal(made, File.GetLastWriteTimeUtc(project.ObjectPath("fifo")));

        project.Write("Fifo.cs", Sources.Fifo("Fifo", "fifo", queue: 7));
        project.Build().Succeeded();
        Assert.NotEqual(first, File.ReadAllBytes(project.ObjectPath("fifo")));

        project.Run("publish", "-nologo", "-o", "published", "--no-restore").Succeeded();
        Assert.True(File.Exists(Path.Combine(project.Folder, "published/fifo.bpf.o")));

        project.Run("clean", "-nologo").Succeeded();
        Assert.False(File.Exists(project.ObjectPath("fifo")));
    }

    [Fact]
    public void CompilerIsTheOneThatTheMachineCanExecute()
    {
        var project = new ConsumerProject(feed, "machine", ("Fifo.cs", Sources.Fifo("Fifo", "fifo")));
        project.Build().Succeeded();
        byte[] first = File.ReadAllBytes(project.ObjectPath("fifo"));
        string machineCode = feed.Restored("tools/net10.0/linux-x64/scxc"), portable = feed.Restored("tools/net10.0/any/scxc.dll");

        File.Move(portable, portable + ".away");
        project.Run("clean", "-nologo").Succeeded();
        project.Build().Succeeded();
        Assert.Equal(first, File.ReadAllBytes(project.ObjectPath("fifo")));
        File.Move(portable + ".away", portable);

        // As for all others than the owner of the packages.
        var mode = File.GetUnixFileMode(machineCode);
        File.SetUnixFileMode(machineCode, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        project.Run("clean", "-nologo").Succeeded();
        project.Build().Succeeded();
        Assert.Equal(first, File.ReadAllBytes(project.ObjectPath("fifo")));
        File.SetUnixFileMode(machineCode, mode);
    }

    [Fact]
    public void MistakeIsShownOnceAtItsPlaceAndLeavesNoObject()
    {
        var project = new ConsumerProject(feed, "mistake", ("Fifo.cs", Sources.Fifo("Fifo", "fifo")));
        project.Build().Succeeded();
        Assert.Equal(2, project.Objects.Length);

        project.Write("Fifo.cs", Sources.WithFloat("Fifo", "fifo"));
        var result = project.Build();
        Assert.Equal(1, result.ExitCode);
        string error = Assert.Single(result.Errors);
        Assert.StartsWith(Path.Combine(project.Folder, "Fifo.cs") + "(15,13): error SCX1008: ", error, StringComparison.Ordinal);
        Assert.Empty(project.Objects);

        // Without analyzers csc sees nothing wrong, and scxc says the same; only csc adds the address of the page.
        result = project.Build("-p:RunAnalyzers=false");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(WithoutPage(error), WithoutPage(Assert.Single(result.Errors)));
        Assert.Empty(project.Objects);

        project.Write("Fifo.cs", Sources.Fifo("Fifo", "fifo"));
        project.Build().Succeeded();
        Assert.True(File.Exists(project.ObjectPath("fifo")));
    }

    [Fact]
    public void TwoSchedulersGiveTheSameTwoObjectsAnywhere()
    {
        (string, string)[] sources = [("Fifo.cs", Sources.Fifo("Fifo", "fifo")), ("Other.cs", Sources.Fifo("Other", "other.one", queue: 3))];
        var here = new ConsumerProject(feed, "here", sources);
        var there = new ConsumerProject(feed, "somewhere else/quite/far away", sources);
        here.Build().Succeeded();
        there.Build().Succeeded();
        foreach (string name in new[] { "fifo", "other.one" })
            Assert.Equal(File.ReadAllBytes(here.ObjectPath(name)), File.ReadAllBytes(there.ObjectPath(name)));

        // A scheduler that is gone takes its object along.
        File.Delete(Path.Combine(here.Folder, "Other.cs"));
        here.Build().Succeeded();
        Assert.True(File.Exists(here.ObjectPath("fifo")));
        Assert.False(File.Exists(here.ObjectPath("other.one")));
    }

    [Fact]
    public void ProjectWithoutSchedulerBuilds()
    {
        var project = new ConsumerProject(feed, "none", ("Nothing.cs", "namespace Mine;\n\npublic static class Nothing;\n"));
        project.Build().Succeeded();
        Assert.Empty(project.Objects);
    }

    [Fact]
    public void WarningsAreSilencedAsThoseOfCSharp()
    {
        var project = new ConsumerProject(feed, "silenced", ("Fifo.cs", Sources.Forgetful("Fifo", "fifo")));
        string warning = Assert.Single(project.Build("-p:TreatWarningsAsErrors=true").Errors);
        Assert.Contains(": error SCX7012: ", warning, StringComparison.Ordinal);
        Assert.Empty(project.Objects);

        project.Write("Fifo.cs", "#pragma warning disable SCX7012\n" + Sources.Forgetful("Fifo", "fifo"));
        project.Build("-p:TreatWarningsAsErrors=true").Succeeded();
        Assert.True(File.Exists(project.ObjectPath("fifo")));

        project.Write("Fifo.cs", Sources.Forgetful("Fifo", "fifo"));
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SCX7012.severity = none\n");
        project.Build("-p:TreatWarningsAsErrors=true").Succeeded();
        Assert.True(File.Exists(project.ObjectPath("fifo")));
    }

    [Fact]
    public void CheckedArithmeticIsRefused()
    {
        var project = new ConsumerProject(feed, "checked", ("Fifo.cs", Sources.Fifo("Fifo", "fifo")));
        var result = project.Build("-p:CheckForOverflowUnderflow=true");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(": error SCX0002: ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    private static string WithoutPage(string message)
    {
        int page = message.IndexOf(" (file://", StringComparison.Ordinal);
        return page < 0 ? message : message.Remove(page, message.IndexOf(')', page) - page + 1);
    }
}
