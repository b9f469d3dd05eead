using System.Text;

namespace Scx.Diagnostics.Tests;

/// <summary>Against what kernels 6.16 and 7.3 said of the schedulers in tests/refused: Logs/findings.txt says what is read in each.</summary>
public class RealLogTests
{
    static readonly string logs = Path.Combine(AppContext.BaseDirectory, "Logs");

    [Fact]
    public void Each_log_says_what_is_on_record()
    {
        var text = new StringBuilder();
        foreach (string path in Directory.GetFiles(logs, "*.txt", SearchOption.AllDirectories).Where(path => Path.GetDirectoryName(path) != logs).Order(StringComparer.Ordinal))
        {
            text.Append("== ").Append(Path.GetRelativePath(logs, path)).Append('\n');
            foreach (var finding in KernelLog.Read(File.ReadAllText(path)))
            {
                text.Append(finding.Place?.ToString() ?? "(no place)").Append(": ").Append(finding.Id).Append(": ").Append(finding.Message).Append('\n');
                foreach (var (place, role) in finding.Related)
                    text.Append("    ").Append(place).Append(": ").Append(role).Append('\n');
            }
        }
        Golden(text.ToString());
    }

    [Fact]
    public void Every_log_is_understood() => Assert.All(
        Directory.GetDirectories(logs).SelectMany(kernel => Directory.GetFiles(kernel)),
        path => Assert.True(KernelLog.Read(File.ReadAllText(path)) is [var finding] && finding.Id != KernelRefusals.Unknown.Id, path));

    static void Golden(string actual)
    {
        if (Environment.GetEnvironmentVariable("SCX_UPDATE_GOLDEN") == "1")
            File.WriteAllText(Path.Combine(Repository(), "tests/Scx.Diagnostics.Tests/Logs/findings.txt"), actual);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(logs, "findings.txt")), actual);
    }

    static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Scx.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests run from below the repository.");
    }
}
