namespace Scx.Diagnostics;

/// <summary>What a log of the kernel means for the scheduler's author.</summary>
/// <param name="Id">The diagnostic: <c>SCX90xx</c> refused when loading, <c>SCX91xx</c> ended at run time, <c>SCX9999</c> not known.</param>
/// <param name="Message">What is wrong, in the names of the source.</param>
/// <param name="Fix">What to do; may be empty.</param>
/// <param name="KernelWords">The line of the log that it was read from.</param>
public sealed record LogFinding(string Id, string Message, string Fix, string KernelWords)
{
    /// <summary>Where; null if the log does not tell.</summary>
    public LogPlace? Place { get; init; }

    /// <summary>Places that explain it and what happened there, in the order to read them.</summary>
    public IReadOnlyList<(LogPlace Place, string Role)> Related { get; init; } = [];

    /// <summary>The program or callback that it is about; empty if it is about the object as a whole.</summary>
    public string Program { get; init; } = "";

    /// <summary>The diagnostics of the compiler for the same mistake; empty if only the kernel can find it.</summary>
    public IReadOnlyList<string> FoundBefore { get; init; } = [];

    /// <summary>
    /// Whether the compiler should have refused the source, so that the object should not exist. Limits, machines and older kernels are not its
    /// business, and neither is what sched_ext notices only while running.
    /// </summary>
    public bool IsMissed { get; init; }
}
