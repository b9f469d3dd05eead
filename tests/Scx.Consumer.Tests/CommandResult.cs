using System.Diagnostics;

namespace Scx.Consumer.Tests;

/// <summary>What a command did.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public static CommandResult Run(
        string file, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test runner's own MSBuild leaves in the environment is not what a user's shell has.
        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output + error.Result);
    }

    /// <summary>Fails with the whole output unless the command succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>The lines with an error, each once: MSBuild repeats them in its summary.</summary>
    public string[] Errors => [.. Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct()];

    /// <summary>Lines of a diagnostic, whatever its severity.</summary>
    /// <param name="id">Its id, such as <c>SCX2011</c>.</param>
    public string[] Messages(string id) => [.. Output.Split('\n').Where(line => line.Contains($" {id}: ", StringComparison.Ordinal)).Select(line => line.Trim())];
}
