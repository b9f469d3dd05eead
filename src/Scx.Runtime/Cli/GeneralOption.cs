namespace Scx.Run;

/// <summary>One of scx-run's own options.</summary>
/// <param name="Name">Its name with the dashes.</param>
/// <param name="Value">What the help calls its value; null if it takes none.</param>
/// <param name="Description">One line of help.</param>
/// <param name="Apply">What it changes.</param>
sealed record GeneralOption(string Name, string? Value, string Description, Func<CommandLine, string, CommandLine> Apply)
{
    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<GeneralOption> All { get; } =
    [
        new("--help", null, "list the options, with FILE also those of what it holds (-h)", (line, _) => line with { Help = true }),
        new("--help-stats", null, "list what is counted in FILE", (line, _) => line with { HelpStatistics = true }),
        new("--version", null, "print the version", (line, _) => line with { Version = true }),
        new("--explain", "ID", "print the page of a diagnostic, such as SCX4001", (line, value) => line with { Explain = value }),
        new("--verify", null, "load without attaching; print instructions and verifier cost of each callback",
            (line, _) => line with { Verify = true }),
        new("--interval", "SEC", "seconds between two lines of statistics (1)",
            (line, value) => line with { Interval = CommandLine.Seconds("--interval", value) }),
        new("--for", "SEC", "detach after that many seconds",
            (line, value) => line with { Duration = CommandLine.Seconds("--for", value) }),
        new("--no-stats", null, "print no statistics", (line, _) => line with { Statistics = false }),
        new("--json", null, "print statistics, and what --verify finds, as JSON objects, one a line", (line, _) => line with { Json = true }),
        new("--log", "FILE", "write the verifier's full log to FILE; - is the terminal (stderr)",
            (line, value) => line with { LogFile = value }),
        new("--debug", null, "pass on everything that libbpf prints", (line, _) => line with { Debug = true }),
        new("--set", "NAME=VALUE", "set an option of FILE's by the name of its field",
            (line, value) => line with { Settings = [.. line.Settings, Split(value)] }),
    ];

    /// <summary>The option of that name, if there is one.</summary>
    public static GeneralOption? Find(string name) => All.FirstOrDefault(option => option.Name == (name == "-h" ? "--help" : name));

    static (string Name, string? Value) Split(string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? (text[..at], text[(at + 1)..]) : throw new UsageException($"--set: '{text}' is not of the form NAME=VALUE");
    }
}
