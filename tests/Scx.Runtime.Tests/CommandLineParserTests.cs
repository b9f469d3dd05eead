using Scx.Run;

namespace Scx.Runtime.Tests;

public class CommandLineParserTests
{
    static readonly Tunable[] tunables =
    [
        new("fifo", "", TunableKind.Flag, 1, false, new Dictionary<string, Int128>()),
        new("sliceUs", "", TunableKind.Integer, 8, false, new Dictionary<string, Int128>()),
    ];

    static CommandLine Parse(params string[] arguments) =>
        CommandLineParser.Parse(arguments, CommandLineParser.FindFile(arguments), tunables);

    [Theory]
    [InlineData("a.o", "a.o")]
    [InlineData("a.o", "--interval", "2", "a.o")]
    [InlineData("a.o", "--slice-us", "5", "a.o")]
    [InlineData("thing", "--for", "2", "thing", "--fifo")]
    [InlineData(null, "--help")]
    public void File_is_found_before_its_options_are_known(string? file, params string[] arguments) =>
        Assert.Equal(file, CommandLineParser.FindFile(arguments));

    [Fact]
    public void Options_may_stand_anywhere()
    {
        var line = Parse("--fifo", "a.o", "--slice-us=7", "--interval", "0.5", "--json", "--set", "fifo=no", "--no-fifo");
        Assert.Equal([("fifo", "true"), ("sliceUs", "7"), ("fifo", "no"), ("fifo", "false")], line.Settings);
        Assert.Equal(TimeSpan.FromSeconds(0.5), line.Interval);
        Assert.True(line.Json);
        Assert.Equal("a.o", line.File);
    }

    [Theory]
    [InlineData("unknown option '--fiffo'; did you mean --fifo?", "a.o", "--fiffo")]
    [InlineData("unknown option '--entirely-different'; see --help", "a.o", "--entirely-different")]
    [InlineData("unknown option '--no-slice-us'; see --help", "a.o", "--no-slice-us")]
    [InlineData("--slice-us needs a value", "a.o", "--slice-us")]
    [InlineData("--verify takes no value", "a.o", "--verify=yes")]
    [InlineData("--interval: 'soon' is not a number of seconds", "a.o", "--interval", "soon")]
    [InlineData("--for: '0' is not a number of seconds", "a.o", "--for=0")]
    [InlineData("--set: 'fifo' is not of the form NAME=VALUE", "a.o", "--set", "fifo")]
    [InlineData("'b.o' is neither an option nor the file, which is a.o", "a.o", "b.o")]
    public void Mistakes_are_told(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Parse(arguments)).Message);
}
