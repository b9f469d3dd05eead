namespace Scx.Kernel.Tests;

/// <summary>Each kind of map does in the kernel what its class says.</summary>
public sealed class MapsOnAKernel
{
    [Theory]
    [InlineData("7.3")]
    [InlineData("6.16")]
    public void EachKindBehaves(string kernel)
    {
        var result = Guest.Run(kernel, cpus: 2, "maps.sh");
        var facts = result.Facts("maps");

        // What Init computes is the same under .NET. The user half has made the table one longer and chosen the second enum value.
        Dictionary<string, string> expected = new()
        {
            ["lru"] = "37", ["prefixes"] = "-1", ["maybe"] = "2", ["ring"] = "0", ["levelSum"] = "12345", ["stored"] = "1001", ["arrays"] = "3",
            ["cpus"] = "2", ["table"] = "3 1 3", ["perCpu"] = "True", ["taskRuns"] = "True", ["taskValues"] = "True", ["groupValues"] = "True",
            ["list"] = "2 True 0 True", ["written"] = "7", ["variables"] = "42", ["counted"] = "True",
        };
        foreach (var (name, value) in expected)
            Assert.True(facts.GetValueOrDefault(name) == value, $"{name} should be {value}\n{result}");
        Assert.Contains("'thrice' is none of Once, Twice", result.Output, StringComparison.Ordinal);
        Assert.Contains("cannot make the map 'endless' (4000000000 entries, values of 8 bytes)", result.Output, StringComparison.Ordinal);
    }
}
