using System.Diagnostics;

namespace Scx.Kernel.Tests;

/// <summary>Runs a command in a VM with a certain kernel.</summary>
static class Guest
{
    /// <summary>Runs a script of this project's <c>guest</c> folder.</summary>
    public static GuestResult Run(string kernel, int cpus, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "build/vm/run.sh"))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["--kernel", kernel, "--cpus", $"{cpus}", "--timeout", "900",
            // The CPUs but the first can do without the tick, if the scheduler lets them.
            "--append", $"nohz_full=1-{Math.Max(1, cpus - 1)}", "--",
            "bash", $"tests/Scx.Kernel.Tests/guest/{script}", Repository.Configuration, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new GuestResult(process.ExitCode, output, errors.Result);
    }
}

/// <summary>What a command in the guest printed, and its status.</summary>
sealed record GuestResult(int Status, string Output, string Errors)
{
    /// <summary>
    /// The facts that a guest script reports: lines <c>== SECTION</c> and <c>key=value</c>, the last value of each key. Other lines are ignored.
    /// </summary>
    public Dictionary<string, string> Facts(string section)
    {
        var facts = new Dictionary<string, string>();
        bool inside = false;
        foreach (string line in Output.Split('\n'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                inside = line[3..] == section;
            else if (inside && line.IndexOf('=') is > 0 and var equals)
                facts[line[..equals]] = line[(equals + 1)..];
        }
        return facts;
    }

    public override string ToString() => $"status {Status}\n{Output}\n--- stderr\n{Errors}";
}
