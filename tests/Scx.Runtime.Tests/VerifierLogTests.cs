using Scx.Runtime.Verification;

namespace Scx.Runtime.Tests;

/// <summary>Against logs recorded on real kernels.</summary>
public class VerifierLogTests
{
    static string Log(string name)
    {
        using var reader = new StreamReader(typeof(VerifierLogTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [Theory]
    [InlineData("refused-6.16", 19, 1, 8, 4649)]
    [InlineData("refused-7.3", 19, 1, 0, 11024)]
    public void Statistics_are_read(string log, int instructions, int states, int stack, int microseconds) =>
        Assert.Equal(new VerifierCost(instructions, states, 1, stack, TimeSpan.FromMicroseconds(microseconds)), VerifierLog.ReadCost(Log(log)));

    [Fact]
    public void Depths_of_functions_add_up() => Assert.Equal(24, VerifierLog.ReadCost("stack depth 16+0+8\n").StackBytes);
}
