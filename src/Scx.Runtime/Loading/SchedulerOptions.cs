namespace Scx.Runtime;

/// <summary>Where a scheduler's loading reports to.</summary>
public sealed record SchedulerOptions
{
    /// <summary>Is told, line by line, what was done differently for the running kernel, such as a callback that was left out.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Is told everything that libbpf prints, debugging text included.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>Whether to keep the verifier's full logs also of what it accepts; costs time.</summary>
    public bool FullVerifierLog { get; init; }
}
