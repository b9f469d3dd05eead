using System.Diagnostics;

namespace Scx.Kernel.Tests;

/// <summary>The analyzer's word against the verifier's: the whole corpus, and a fixed sample of mutants.</summary>
public class KernelAsOracle
{
    [Fact]
    public async Task Refuses_what_the_analyzer_refuses_and_nothing_else()
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests/Oracle/oracle.sh"))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["--no-build", "--mutants", "100", "--seed", "1"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
    }
}
