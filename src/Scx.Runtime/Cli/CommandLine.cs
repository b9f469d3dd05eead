using System.Globalization;

namespace Scx.Run;

/// <summary>What was asked for on the command line.</summary>
sealed record CommandLine
{
    /// <summary>The object file; null if none was given.</summary>
    public string? File { get; init; }

    /// <summary>Print the options and end.</summary>
    public bool Help { get; init; }

    /// <summary>Print the statistics' descriptions and end.</summary>
    public bool HelpStatistics { get; init; }

    /// <summary>Print the version and end.</summary>
    public bool Version { get; init; }

    /// <summary>The diagnostic whose page is wanted.</summary>
    public string? Explain { get; init; }

    /// <summary>Load without attaching.</summary>
    public bool Verify { get; init; }

    /// <summary>Time between two lines of statistics.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to run; null until told to end.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Print statistics.</summary>
    public bool Statistics { get; init; } = true;

    /// <summary>Print JSON in place of text.</summary>
    public bool Json { get; init; }

    /// <summary>Where the verifier's full log goes; <c>-</c> is the standard error output.</summary>
    public string? LogFile { get; init; }

    /// <summary>Pass on what libbpf prints.</summary>
    public bool Debug { get; init; }

    /// <summary>The scheduler's own options and their values.</summary>
    public IReadOnlyList<(string Name, string? Value)> Settings { get; init; } = [];

    /// <summary>Understands the seconds that an option is given.</summary>
    public static TimeSpan Seconds(string option, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 1e6
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"{option}: '{value}' is not a number of seconds");
}
