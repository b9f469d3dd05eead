using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Scx.Tests;

namespace Scx.Runtime.VmTests;

/// <summary>The scenario, run on one kernel.</summary>
public sealed class VmRun
{
    /// <summary>The directory with a scheduler that only the kernel was asked about.</summary>
    static readonly Lazy<string> refused = new(() =>
    {
        string directory = Path.Combine(Metadata("RepoRoot"), "artifacts/runtime-tests");
        UncheckedObject.Make(Path.Combine(Metadata("RepoRoot"), "tests/refused/null_prev.cs"), directory);
        return directory;
    });

    readonly Dictionary<string, (string Text, int Status)> situations = [];

    VmRun(string output)
    {
        string name = "";
        var text = new List<string>();
        foreach (string line in output.Split('\n'))
        {
            if (!line.StartsWith("#### ", StringComparison.Ordinal))
            {
                text.Add(line);
                continue;
            }

            if (int.TryParse(line.AsSpan(5), CultureInfo.InvariantCulture, out int status))
                situations[name] = (string.Join('\n', text).Trim(), status);
            else
                name = line[5..];
            text.Clear();
        }
    }

    /// <summary>What scx-run printed and returned in a situation.</summary>
    public (string Text, int Status) this[string situation] => situations[situation];

    /// <summary>Runs the scenario.</summary>
    public static VmRun On(string kernel)
    {
        string root = Metadata("RepoRoot"), output = $"bin/{Metadata("Configuration")}/net10.0";
        string tests = Path.Combine(root, "tests/Scx.Runtime.VmTests");
        var start = new ProcessStartInfo(Path.Combine(root, "build/vm/run.sh"),
        [
            "--kernel", kernel, "--timeout", "600", "--", "bash", Path.Combine(tests, "scenario.sh"),
            Path.Combine(root, "src/Scx.Runtime/Cli", output, "scx-run.dll"), Path.Combine(tests, "Schedulers", output), refused.Value,
        ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"the guest ended with {process.ExitCode} after:\n{text}");
        return new VmRun(text);
    }

    static string Metadata(string key) =>
        typeof(VmRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
